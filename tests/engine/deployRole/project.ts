import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import * as path from "node:path";
import { capture, type Captured } from "../../../commandLine/processes/run.ts";
import { projectFolder } from "../../../sandbox/paths.ts";
import { engineFolder } from "../../../testing/engineSandbox.ts";

/** Copied, since Pulumi writes its salt into stack files, and user data has to be inside of the project. */
const isCopied = (name: string) => /^(Pulumi\..*yaml|bootstrap|workloads)$/.test(name);

const isLeftOut = (name: string) => /^\.(git|github|sandbox|ci)$/.test(name);

/** The project with its stack files and its bootstrap program, in a folder of the test's own. */
export class DeployedProject {
  readonly folder: string;
  readonly bootstrapFolder: string;

  constructor() {
    mkdirSync(engineFolder.temporary, { recursive: true });
    this.folder = mkdtempSync(path.join(engineFolder.temporary, "deployed-"));
    this.bootstrapFolder = path.join(this.folder, "bootstrap");
    for (const name of readdirSync(projectFolder).filter((name) => !isLeftOut(name))) {
      const [from, to] = [path.join(projectFolder, name), path.join(this.folder, name)];
      if (isCopied(name)) cpSync(from, to, { recursive: true });
      else symlinkSync(from, to);
    }
    mkdirSync(this.backend);
  }

  get backend(): string {
    return path.join(this.folder, "state");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Runs a command in a folder and returns how it ended. */
export function run(
  folder: string,
  environment: NodeJS.ProcessEnv,
  [command = "", ...args]: readonly string[],
): Promise<Captured> {
  const flags = command === "pulumi" ? ["--non-interactive", "--color", "never"] : [];
  return capture(command, [...args, ...flags], { cwd: folder, env: environment });
}

/** Runs a command that has to succeed, and returns its stdout. */
export async function runOrFail(
  folder: string,
  environment: NodeJS.ProcessEnv,
  command: readonly string[],
): Promise<string> {
  const { code, stdout, stderr } = await run(folder, environment, command);
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${stdout}\n${stderr}`);
  return stdout;
}
