import * as path from "node:path";
import { Progress } from "../commandLine/progress.ts";
import { pythonEnvironment, pythonIn } from "../sandbox/toolchain/pythonEnvironment.ts";

/** The Python of a virtual environment that holds what `NAME.txt` pins, made in the tool cache on first use. */
export async function pythonWith(name: string): Promise<string> {
  const folder = await pythonEnvironment(
    {
      name,
      requirements: path.join(import.meta.dirname, `${name}.txt`),
      otherwise: "this benchmark needs it: install python3 (and python3-venv)",
    },
    new Progress(),
  );
  return pythonIn(folder);
}
