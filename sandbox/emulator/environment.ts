import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import { projectFolder } from "../paths.ts";
import { capture, captureOrFail } from "../../commandLine/processes/run.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { inToolCache } from "../toolchain/toolCache.ts";
import { versions } from "../toolchain/versions.ts";

/** MiniStack's own minimum. Source: https://pypi.org/project/ministack/ */
const pythonMinimum = [3, 10] as const;

const requirements = path.join(projectFolder, "sandbox", "emulator", "requirements.txt");

const pipArguments = [
  ...["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-cache-dir"],
  ...["--require-hashes", "-r", requirements],
];

async function findPython(): Promise<string> {
  const test = `import sys, venv, ensurepip; sys.exit(sys.version_info < (${pythonMinimum.join(", ")}))`;
  for (const name of ["python3", "python3.13", "python3.12", "python3.11", "python3.10", "python"]) {
    const answer = await capture(name, ["-c", test]).catch(() => undefined);
    if (answer?.code === 0) return name;
  }
  throw new Failure(
    `Python ${pythonMinimum.join(".")} or newer with the venv module is not installed, and the embedded AWS needs it: install python3 (and python3-venv), or name an embedded AWS of your own in SANDBOX_AWS_ENDPOINT`,
  );
}

/**
 * The Python of a virtual environment. It finds the rest from where it lies, so the environment can be moved; what does not
 * survive that are the scripts beside it, which nobody here calls.
 */
export const pythonIn = (environment: string) => path.join(environment, "bin", "python");

/** The Python of a virtual environment that holds MiniStack at the pinned version, made on first use and then reused. */
export async function ensureMiniStack(progress: Progress): Promise<string> {
  const pins = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const folder = await inToolCache(`ministack-${versions.ministack}-${pins}`, async (fresh) => {
    const system = await findPython();
    await progress.step(`installing MiniStack ${versions.ministack} into a virtual environment`, async () => {
      await captureOrFail("making a virtual environment", system, ["-m", "venv", fresh]);
      await captureOrFail("installing MiniStack", pythonIn(fresh), pipArguments);
    });
  });
  return pythonIn(folder);
}
