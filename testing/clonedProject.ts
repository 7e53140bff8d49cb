import { spawn, type ChildProcess } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import * as path from "node:path";
import { runningEmulator, type Emulator } from "../sandbox/emulator/emulator.ts";
import { projectFolder, sandboxFolder } from "../sandbox/paths.ts";
import type { Captured } from "../commandLine/processes/run.ts";

const isStackFile = (name: string) => /^Pulumi\..+\.yaml$/.test(name);
const isLeftOut = (name: string) => /^(\.git|\.sandbox|node_modules|tests|benchmarks)$/.test(name);

/**
 * A copy of this project with a sandbox of its own, in which the commands run as a user runs them. Its path holds a space
 * and a quote, and every process of its sandbox names that path.
 */
export class ClonedProject {
  readonly folder: string;
  readonly sandbox;

  /** @param original a project to copy with all that lies in it, as `cp -r` does. @default - this project, as a clone has it */
  constructor(original?: ClonedProject) {
    const below = path.join(projectFolder, ".sandbox");
    mkdirSync(below, { recursive: true });
    this.folder = mkdtempSync(path.join(below, "it's a clone "));
    this.sandbox = sandboxFolder(path.join(this.folder, ".sandbox"));
    if (original) {
      cpSync(original.folder, this.folder, { recursive: true });
      return;
    }
    for (const name of readdirSync(projectFolder).filter((name) => !isLeftOut(name)))
      cpSync(path.join(projectFolder, name), path.join(this.folder, name), { recursive: true });
    symlinkSync(path.join(projectFolder, "node_modules"), path.join(this.folder, "node_modules"));
  }

  /** Starts a sandbox command. */
  start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
    return spawn(process.execPath, [path.join(this.folder, "sandbox", "main.mjs"), ...args], {
      cwd: this.folder,
      env: { ...process.env, INIT_CWD: undefined, SANDBOX_AWS_ENDPOINT: undefined, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Captured> {
    return outcomeOf(this.start(args, environment));
  }

  stackFiles(): Record<string, string> {
    const names = readdirSync(this.folder).filter(isStackFile);
    return Object.fromEntries(
      names.map((name) => [name, readFileSync(path.join(this.folder, name), "utf8")]),
    );
  }

  emulator(): Promise<Emulator | undefined> {
    return runningEmulator(this.sandbox);
  }

  /** Lock files of updates that run now, or were killed. */
  locks(): string[] {
    const folder = path.join(this.sandbox.state, ".pulumi", "locks");
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".json"),
    );
  }

  /** The state of a stack of this project as it was written last, with what is under way; empty where there is none. */
  checkpoint(stack: string): string {
    const file = path.join(this.sandbox.state, ".pulumi", "stacks", "instance-profiles", `${stack}.json`);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** How a child process ends, and what it has printed until then; a signal counts as a shell counts it. */
export function outcomeOf(child: ChildProcess): Promise<Captured> {
  const text = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (chunk: string) => (text[name] += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      resolve({ code: code ?? (signal === "SIGKILL" ? 137 : 143), ...text });
    });
  });
}
