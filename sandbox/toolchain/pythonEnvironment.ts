import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import { capture, captureOrFail } from "../../commandLine/processes/run.ts";
import type { Progress } from "../../commandLine/progress.ts";
import { inToolCache } from "./toolCache.ts";

/** What a virtual environment holds. */
export interface PythonPackages {
  /** For people, and what the folder in the tool cache is called, before the checksum of its pins. */
  readonly name: string;
  /** The file that pins each package with its checksums. */
  readonly requirements: string;
  /** What to say where there is no Python: who needs it, and what to do without. */
  readonly otherwise: string;
}

/** MiniStack's own minimum, and that of everything else here. Source: https://pypi.org/project/ministack/ */
const pythonMinimum = [3, 10] as const;

async function findPython(otherwise: string): Promise<string> {
  const test = `import sys, venv, ensurepip; sys.exit(sys.version_info < (${pythonMinimum.join(", ")}))`;
  for (const name of ["python3", "python3.13", "python3.12", "python3.11", "python3.10", "python"]) {
    const answer = await capture(name, ["-c", test]).catch(() => undefined);
    if (answer?.code === 0) return name;
  }
  throw new Failure(
    `Python ${pythonMinimum.join(".")} or newer with the venv module is not installed, and ${otherwise}`,
  );
}

/**
 * The Python of a virtual environment. It finds the rest from where it lies, so the environment can be moved; what does not
 * survive that are the scripts beside it that Python reads, which nobody here calls.
 */
export const pythonIn = (environment: string) => path.join(environment, "bin", "python");

/** A virtual environment that holds pinned packages, made on first use in the tool cache and then reused. */
export async function pythonEnvironment(
  { name, requirements, otherwise }: PythonPackages,
  progress: Progress,
): Promise<string> {
  const pins = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const install = [
    ...["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-cache-dir"],
    ...["--require-hashes", "-r", requirements],
  ];
  return inToolCache(`${name.toLowerCase().replaceAll(" ", "-")}-${pins}`, async (fresh) => {
    const system = await findPython(otherwise);
    await progress.step(`installing ${name} into a virtual environment`, async () => {
      await captureOrFail("making a virtual environment", system, ["-m", "venv", fresh]);
      await captureOrFail(`installing ${name}`, pythonIn(fresh), install);
    });
  });
}
