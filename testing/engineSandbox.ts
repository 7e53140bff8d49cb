import { mkdirSync, rmSync } from "node:fs";
import * as path from "node:path";
import { startEmulator, stopEmulator } from "../sandbox/emulator/emulator.ts";
import { ensureMiniStack } from "../sandbox/emulator/environment.ts";
import { sandboxEnvironment } from "../sandbox/environment.ts";
import { projectFolder, sandboxFolder } from "../sandbox/paths.ts";
import { ensureToolchain } from "../sandbox/toolchain/toolchain.ts";
import { tieLifeTo } from "../commandLine/processes/lifeline.ts";
import { Progress } from "../commandLine/progress.ts";
import { AttachedPlugins } from "./attachedPlugins.ts";

/** A sandbox of this test run's own, so that it neither sees nor disturbs the user's or another run's. */
export const engineFolder = sandboxFolder(path.join(projectFolder, ".sandbox", `test-${process.pid}`));

/** What tests need of a sandbox. Stacks they make themselves, which those of the project would only cost time. */
export interface EngineSandbox {
  /** The embedded AWS. */
  readonly endpoint: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly plugins: AttachedPlugins;
}

let opened: Promise<EngineSandbox> | undefined;

/** The engine, the provider and an empty embedded AWS; the first call brings them up, building what is missing. */
export function engineSandbox(): Promise<EngineSandbox> {
  return (opened ??= open());
}

async function open(): Promise<EngineSandbox> {
  mkdirSync(engineFolder.state, { recursive: true });
  const progress = new Progress();
  await ensureToolchain(engineFolder, progress);
  const { pid, endpoint } = await startEmulator(await ensureMiniStack(progress), engineFolder);
  // A test run that is killed must not leave its embedded AWS behind.
  tieLifeTo(pid, 0);
  const environment = sandboxEnvironment(engineFolder, endpoint);
  return { endpoint, environment, plugins: new AttachedPlugins(engineFolder, environment) };
}

export async function closeEngineSandbox(): Promise<void> {
  if (!opened) return;
  (await opened.catch(() => undefined))?.plugins.stop();
  opened = undefined;
  await stopEmulator(engineFolder);
  rmSync(engineFolder.root, { recursive: true, force: true });
}
