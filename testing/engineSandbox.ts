import { mkdirSync, rmSync } from "node:fs";
import * as path from "node:path";
import { runningEmulator } from "../sandbox/emulator/emulator.ts";
import { projectFolder, sandboxFolder } from "../sandbox/paths.ts";
import { tieLifeTo } from "../commandLine/processes/lifeline.ts";
import { Progress } from "../commandLine/progress.ts";
import { closeSandbox, openSandbox, type Sandbox } from "../sandbox/sandbox.ts";

/** A sandbox of this test run's own, so that it neither sees nor disturbs the user's or another run's. */
export const engineFolder = sandboxFolder(path.join(projectFolder, ".sandbox", `test-${process.pid}`));

let opened: Promise<Sandbox> | undefined;

/** The engine, the provider and an empty embedded AWS; the first call brings them up, building what is missing. */
export function engineSandbox(): Promise<Sandbox> {
  return (opened ??= open());
}

async function open(): Promise<Sandbox> {
  mkdirSync(engineFolder.root, { recursive: true });
  const sandbox = await openSandbox(engineFolder, new Progress());
  const emulator = await runningEmulator(engineFolder);
  // A test run that is killed must not leave its embedded AWS behind.
  if (emulator) tieLifeTo(emulator.pid, 0);
  return sandbox;
}

export async function closeEngineSandbox(): Promise<void> {
  if (!opened) return;
  opened = undefined;
  await closeSandbox(engineFolder);
  rmSync(engineFolder.root, { recursive: true, force: true });
}
