import { existsSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";

function findProject(from: string): string {
  const parent = path.dirname(from);
  if (existsSync(path.join(from, "Pulumi.yaml"))) return from;
  if (parent === from) throw new Error(`no Pulumi.yaml at or above ${__dirname}`);
  return findProject(parent);
}

/** The folder of this project: the same from the sources and from their compiled copy below `.sandbox/build`. */
export const projectFolder = findProject(__dirname);

/** Compiled JavaScript of `sandbox/`, which the plugins run from. */
export const buildFolder = path.join(projectFolder, ".sandbox", "build");

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
  };
}
