import { ensureMiniStack } from "./emulator/environment.ts";
import type { SandboxFolder } from "./paths.ts";
import type { Progress } from "../commandLine/progress.ts";
import { resolveActionlint } from "./toolchain/actionlint.ts";
import { resolveBrowser } from "./toolchain/browser.ts";
import { ensureToolchain } from "./toolchain/toolchain.ts";
import { resolveZizmor } from "./toolchain/zizmor.ts";

/** Whether a test run, named as mocha takes it, runs the engine or everything. */
export function needsTools(specs: readonly string[]): boolean {
  return specs.length === 0 || specs.some((spec) => spec.includes("tests/engine"));
}

/**
 * Brings every tool that tests run into the cache. Workers of a test run would each build all of them at the same time, and
 * a first build outlasts the patience of a test.
 */
export async function ensureTestTools(folder: SandboxFolder, progress: Progress): Promise<void> {
  await ensureToolchain(folder, progress);
  await ensureMiniStack(progress);
  await resolveActionlint(progress);
  await resolveZizmor(progress);
  await resolveBrowser(process.env, `${process.platform}-${process.arch}`, progress);
}
