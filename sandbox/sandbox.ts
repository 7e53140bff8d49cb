import { existsSync, readdirSync, rmSync } from "node:fs";
import * as path from "node:path";
import { ensureMiniStack } from "./emulator/environment.ts";
import { runningEmulator, startEmulator, stopEmulator } from "./emulator/emulator.ts";
import { sandboxEnvironment } from "./environment.ts";
import { namedEndpoint, requireAws } from "./emulator/namedEndpoint.ts";
import { projectFolder, type SandboxFolder } from "./paths.ts";
import type { Progress } from "../commandLine/progress.ts";
import { writeProfiles } from "./profiles.ts";
import { copiedFrom } from "./records.ts";
import { ensureStacks, lendSalt, requireYaml, takeBackSalt } from "./stacks.ts";
import { ensureToolchain, type Toolchain } from "./toolchain/toolchain.ts";
import { versions } from "./toolchain/versions.ts";

/** A sandbox that is ready for commands. */
export interface Sandbox {
  readonly folder: SandboxFolder;
  readonly toolchain: Toolchain;
  /** The embedded AWS, in words. */
  readonly emulator: string;
  readonly endpoint: string;
  /** Whether its instances have a metadata service each, which an AWS of the user's own may not have. */
  readonly hasInstanceMetadata: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly salt: string;
}

/** Whether a backend of files holds anything of a stack. */
const holdsStacks = (folder: SandboxFolder) => existsSync(path.join(folder.state, ".pulumi", "stacks"));

async function ensureEmulator(
  folder: SandboxFolder,
  own: string | undefined,
  progress: Progress,
): Promise<{ endpoint: string; name: string }> {
  if (own) return { endpoint: own, name: `the AWS endpoint named by SANDBOX_AWS_ENDPOINT (${own})` };
  const name = `MiniStack ${versions.ministack}`;
  const running = await runningEmulator(folder);
  if (running) return { endpoint: running.endpoint, name };
  await stopEmulator(folder);
  // State of the emulator and state of Pulumi describe each other: neither outlives the other. The salt stays, because a
  // command that was killed may have left it in the stack files.
  if (holdsStacks(folder))
    progress.note("the embedded AWS has ended, and all that it held with it: starting with an empty one");
  rmSync(folder.state, { recursive: true, force: true });
  const python = await ensureMiniStack(progress);
  const started = await progress.step("starting the embedded AWS", () => startEmulator(python, folder));
  return { endpoint: started.endpoint, name };
}

/** Brings a sandbox up as far as it is not up yet. */
export async function openSandbox(folder: SandboxFolder, progress: Progress): Promise<Sandbox> {
  requireYaml(readdirSync(projectFolder));
  const own = namedEndpoint(process.env);
  if (own) await requireAws(own);
  const original = copiedFrom(folder);
  if (original !== undefined) {
    progress.note(
      `this folder is a copy of ${original}, whose sandbox is left alone: starting one of its own`,
    );
    await closeSandbox(folder);
  }
  const toolchain = await ensureToolchain(folder, progress);
  const { endpoint, name: emulator } = await ensureEmulator(folder, own, progress);
  writeProfiles(projectFolder, folder);
  const environment = sandboxEnvironment(folder, endpoint);
  const salt = await ensureStacks(projectFolder, folder, environment);
  return {
    folder,
    toolchain,
    emulator,
    endpoint,
    hasInstanceMetadata: own === undefined,
    environment,
    salt,
  };
}

/** Runs work while the project's stack files carry the sandbox's salt. */
export async function withSalt<T>({ folder, salt }: Sandbox, work: () => Promise<T>): Promise<T> {
  lendSalt(projectFolder, folder, salt);
  const takeBack = () => {
    takeBackSalt(projectFolder, folder);
  };
  process.once("exit", takeBack);
  try {
    return await work();
  } finally {
    process.off("exit", takeBack);
    takeBack();
  }
}

/** Stops the embedded AWS and removes everything the sandbox holds but the cached tools and the compiled code. */
export async function closeSandbox(folder: SandboxFolder): Promise<boolean> {
  // Commands that still run lose their stacks, so the salt is of no use to them any more.
  rmSync(folder.running, { recursive: true, force: true });
  takeBackSalt(projectFolder, folder);
  const stopped = await stopEmulator(folder);
  for (const part of [
    folder.state,
    folder.scratch,
    folder.running,
    folder.bin,
    folder.pulumiHome,
    folder.temporary,
    folder.toolchainRecord,
    folder.emulatorLog,
    folder.awsCredentials,
  ]) {
    rmSync(part, { recursive: true, force: true });
  }
  return stopped;
}
