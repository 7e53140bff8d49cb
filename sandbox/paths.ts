import { homedir } from "node:os";
import * as path from "node:path";

/** The folder of this project. */
export const projectFolder = path.dirname(import.meta.dirname);

/** npm starts scripts in the project; the user's own folder is where the command is meant to run. */
export const userFolder = (): string => process.env.INIT_CWD ?? process.cwd();

/** Tools by version, shared by every clone of the project (`$XDG_CACHE_HOME/instance-profiles`). */
export const cacheFolder = path.join(
  process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"),
  "instance-profiles",
);

/** Where one sandbox keeps what is its own; a second sandbox needs only another folder. */
export interface SandboxFolder {
  readonly root: string;
  /** First on PATH inside the sandbox. */
  readonly bin: string;
  readonly pulumiHome: string;
  /** Pulumi's file backend. */
  readonly state: string;
  /** A project of the same name, in which stacks are created without touching the user's stack files. */
  readonly scratch: string;
  /** The commands that run now, one file each. */
  readonly running: string;
  readonly temporary: string;
  readonly emulatorRecord: string;
  readonly emulatorLog: string;
  readonly toolchainRecord: string;
  /** The profiles of the AWS SDKs inside the sandbox. */
  readonly awsCredentials: string;
}

export function sandboxFolder(root = path.join(projectFolder, ".sandbox")): SandboxFolder {
  return {
    root,
    bin: path.join(root, "bin"),
    pulumiHome: path.join(root, "pulumi-home"),
    state: path.join(root, "state"),
    scratch: path.join(root, "scratch"),
    running: path.join(root, "running"),
    temporary: path.join(root, "tmp"),
    emulatorRecord: path.join(root, "emulator.json"),
    emulatorLog: path.join(root, "emulator.log"),
    toolchainRecord: path.join(root, "toolchain.json"),
    awsCredentials: path.join(root, "aws-credentials"),
  };
}
