import * as path from "node:path";
import type { Progress } from "../../commandLine/progress.ts";
import { pythonEnvironment } from "./pythonEnvironment.ts";

/**
 * The path of zizmor, which looks for ways to attack GitHub workflows: the binary of its wheel.
 *
 * @see https://docs.zizmor.sh/
 */
export async function resolveZizmor(progress: Progress): Promise<string> {
  const folder = await pythonEnvironment(
    {
      name: "zizmor",
      requirements: path.join(import.meta.dirname, "zizmor.txt"),
      otherwise: "zizmor, which checks the workflows, comes from PyPI: install python3 (and python3-venv)",
    },
    progress,
  );
  return path.join(folder, "bin", "zizmor");
}
