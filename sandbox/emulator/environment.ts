import * as path from "node:path";
import type { Progress } from "../../commandLine/progress.ts";
import { pythonEnvironment, pythonIn } from "../toolchain/pythonEnvironment.ts";
import { versions } from "../toolchain/versions.ts";

/** The Python of a virtual environment that holds MiniStack at the pinned version, made on first use and then reused. */
export async function ensureMiniStack(progress: Progress): Promise<string> {
  const folder = await pythonEnvironment(
    {
      name: `MiniStack ${versions.ministack}`,
      requirements: path.join(import.meta.dirname, "requirements.txt"),
      otherwise:
        "the embedded AWS needs it: install python3 (and python3-venv), or name an embedded AWS of your own in SANDBOX_AWS_ENDPOINT",
    },
    progress,
  );
  return pythonIn(folder);
}
