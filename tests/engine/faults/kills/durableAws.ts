import * as path from "node:path";
import { tieLifeTo } from "../../../../commandLine/processes/lifeline.ts";
import { Progress } from "../../../../commandLine/progress.ts";
import { startEmulator, stopEmulator } from "../../../../sandbox/emulator/emulator.ts";
import { ensureMiniStack } from "../../../../sandbox/emulator/environment.ts";
import { sandboxFolder } from "../../../../sandbox/paths.ts";

/** An embedded AWS that holds after a kill what it held before. */
export interface DurableAws {
  /** Where it is now: another place after each start. */
  readonly endpoint: () => string;
  readonly killAndRestart: () => Promise<void>;
  readonly stop: () => Promise<unknown>;
}

/** @param root an empty folder for its state and its log */
export async function durableAws(root: string): Promise<DurableAws> {
  const folder = sandboxFolder(root);
  const python = await ensureMiniStack(new Progress());
  const start = async () => {
    const started = await startEmulator(python, folder, path.join(root, "aws"));
    // A test run that is killed must not leave it behind.
    tieLifeTo(started.pid, 0);
    return started;
  };
  let emulator = await start();
  return {
    endpoint: () => emulator.endpoint,
    killAndRestart: async () => {
      process.kill(emulator.pid, "SIGKILL");
      emulator = await start();
    },
    stop: () => stopEmulator(folder),
  };
}
