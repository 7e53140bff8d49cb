import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { parse, stringify } from "yaml";
import { stackFileName } from "../components/config/stackFiles.ts";
import { projectFolder } from "../sandbox/paths.ts";
import { withoutOwnSecrets } from "../sandbox/stacks.ts";
import { capture, type Captured } from "../commandLine/processes/run.ts";
import type { PluginKind } from "./attachedPlugins.ts";
import { engineFolder, engineSandbox, type EngineSandbox } from "./engineSandbox.ts";

const isOwn = (name: string) => /^(Pulumi\..*yaml|\.git|\.sandbox|\.ci)$/.test(name);

interface StackExport {
  readonly deployment: { readonly resources?: readonly StateResource[] };
}

export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly parent?: string;
  readonly inputs?: Record<string, unknown>;
}

/** Makes the program `index.ts` of a folder start as the repository's own does. */
export function writeStart(folder: string): void {
  // Without one of its own the program would be the one that the next package.json above names.
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module", main: "index.ts" }));
}

/** A Pulumi project with the program of this repository and stack files of its own. */
export class EngineProject {
  readonly folder: string;
  private readonly sandbox: EngineSandbox;
  private readonly attached: readonly PluginKind[];

  private constructor(folder: string, sandbox: EngineSandbox, attached: readonly PluginKind[]) {
    this.folder = folder;
    this.sandbox = sandbox;
    this.attached = attached;
  }

  /** The repository's own program, unchanged; only its stack files are the test's. */
  static async ofThisRepository(): Promise<EngineProject> {
    const sandbox = await engineSandbox();
    const folder = EngineProject.makeFolder();
    for (const name of readdirSync(projectFolder).filter((name) => !isOwn(name))) {
      symlinkSync(path.join(projectFolder, name), path.join(folder, name));
    }
    cpSync(path.join(projectFolder, "Pulumi.yaml"), path.join(folder, "Pulumi.yaml"));
    return new EngineProject(folder, sandbox, ["language", "provider"]);
  }

  /** A program of `tests/engine/programs`. */
  static async of(program: string): Promise<EngineProject> {
    const sandbox = await engineSandbox();
    const folder = EngineProject.makeFolder();
    cpSync(path.join(projectFolder, "tests", "engine", "programs", program), folder, { recursive: true });
    symlinkSync(path.join(projectFolder, "node_modules"), path.join(folder, "node_modules"));
    writeStart(folder);
    // A program may have several providers, or one that is put into its folder.
    return new EngineProject(folder, sandbox, ["language"]);
  }

  private static makeFolder(): string {
    mkdirSync(engineFolder.temporary, { recursive: true });
    return mkdtempSync(path.join(engineFolder.temporary, "project-"));
  }

  /** Copies a stack file of the repository, without what it says of the secrets of a real stack. */
  copyStackFile(stack: string): void {
    const text = readFileSync(path.join(projectFolder, stackFileName(stack)), "utf8");
    writeFileSync(path.join(this.folder, stackFileName(stack)), withoutOwnSecrets(text));
  }

  /** Creates a stack anew: its state starts empty. */
  async createStack(stack: string): Promise<void> {
    const { name } = parse(readFileSync(path.join(this.folder, "Pulumi.yaml"), "utf8")) as { name: string };
    // Most often there is none, and a command that finds that out takes longer than a look.
    if (existsSync(path.join(engineFolder.state, ".pulumi", "stacks", name, `${stack}.json`)))
      await this.pulumiOrFail("stack", "rm", "--yes", "--force", "--preserve-config", stack);
    await this.pulumiOrFail("stack", "init", stack);
  }

  /** Writes a stack's configuration beside the salt that Pulumi keeps in the file. */
  configure(stack: string, config: Readonly<Record<string, unknown>>): void {
    const file = path.join(this.folder, stackFileName(stack));
    const { encryptionsalt } = existsSync(file)
      ? (parse(readFileSync(file, "utf8")) as { encryptionsalt?: string })
      : {};
    writeFileSync(file, stringify({ ...(encryptionsalt && { encryptionsalt }), config }));
  }

  pulumi(...args: string[]): Promise<Captured> {
    const { environment, plugins } = this.sandbox;
    return plugins.lend(this.attached, (variables) =>
      capture("pulumi", [...args, "--non-interactive", "--color", "never"], {
        cwd: this.folder,
        // Shows the flag --event-log.
        env: { ...environment, ...variables, PULUMI_DEBUG_COMMANDS: "true" },
      }),
    );
  }

  async pulumiOrFail(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.pulumi(...args);
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${code}:\n${stdout}\n${stderr}`);
    return stdout;
  }

  async resources(stack: string): Promise<readonly StateResource[]> {
    const { deployment } = JSON.parse(
      await this.pulumiOrFail("stack", "export", "--stack", stack),
    ) as StackExport;
    return deployment.resources ?? [];
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
