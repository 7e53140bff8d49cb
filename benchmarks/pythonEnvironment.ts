import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { captureOrFail } from "../commandLine/processes/run.ts";
import { Progress } from "../commandLine/progress.ts";
import { ensureMiniStack, pythonIn } from "../sandbox/emulator/environment.ts";
import { inToolCache } from "../sandbox/toolchain/toolCache.ts";

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
  const folder = await inToolCache(`${name}-${pins}`, async (fresh) => {
    const progress = new Progress();
    const system = await ensureMiniStack(progress);
    await progress.step(`installing ${name} into a virtual environment`, async () => {
      await captureOrFail("making a virtual environment", system, ["-m", "venv", fresh]);
      const install = ["-m", "pip", "install", ...options, "-r", requirements];
      await captureOrFail(`installing ${name}`, pythonIn(fresh), install);
    });
  });
  return pythonIn(folder);
}
