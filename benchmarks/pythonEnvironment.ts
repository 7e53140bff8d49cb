import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { captureOrFail } from "../commandLine/processes/run.ts";
import { Progress } from "../commandLine/progress.ts";
import { ensureMiniStack } from "../sandbox/emulator/environment.ts";
import { cacheFolder } from "../sandbox/paths.ts";

const options = [
  "--quiet",
  "--no-input",
  "--disable-pip-version-check",
  "--no-cache-dir",
  "--require-hashes",
];

/** The Python of a virtual environment that holds what `NAME.txt` pins, made in the tool cache on first use. */
export async function pythonWith(name: string): Promise<string> {
  const requirements = path.join(import.meta.dirname, `${name}.txt`);
  const pins = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const folder = path.join(cacheFolder, `${name}-${pins}`);
  const python = path.join(folder, "bin", "python");
  const complete = path.join(folder, "complete");
  if (existsSync(complete)) return python;
  const progress = new Progress();
  const system = await ensureMiniStack(progress);
  await progress.step(`installing ${name} into a virtual environment`, async () => {
    rmSync(folder, { recursive: true, force: true });
    await captureOrFail("making a virtual environment", system, ["-m", "venv", folder]);
    const install = ["-m", "pip", "install", ...options, "-r", requirements];
    await captureOrFail(`installing ${name}`, python, install);
    writeFileSync(complete, "");
  });
  return python;
}
