/**
 * A language host and an AWS provider that stay for many engine commands. To start them takes half of what an engine
 * command costs, and Pulumi attaches to plugins that run already where these two variables name their ports.
 *
 * @see https://www.pulumi.com/docs/iac/cli/environment-variables/
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import * as path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { listen } from "../sandbox/grpc.ts";
import type { SandboxFolder } from "../sandbox/paths.ts";
import { awsPluginFolder } from "../sandbox/toolchain/awsPlugin.ts";
import { startTied } from "../commandLine/processes/lifeline.ts";

/** The variables by which the engine attaches to the plugins. */
const variableOf = { language: "PULUMI_DEBUG_LANGUAGES", provider: "PULUMI_DEBUG_PROVIDERS" } as const;

const packageOf = { language: "nodejs", provider: "aws" } as const;

export type PluginKind = keyof typeof variableOf;

export class AttachedPlugins {
  readonly #ports: Partial<Record<PluginKind, Promise<number | undefined>>> = {};
  #engine: Promise<string> | undefined;
  #isFree = true;
  readonly #ending: (() => void)[] = [];
  private readonly folder: SandboxFolder;
  private readonly environment: NodeJS.ProcessEnv;

  constructor(folder: SandboxFolder, environment: NodeJS.ProcessEnv) {
    this.folder = folder;
    this.environment = environment;
  }

  /**
   * Runs a command with variables by which it attaches to some of the plugins. These know the settings of one stack at a
   * time, so a command beside another one gets none, and starts plugins of its own.
   */
  async lend<Result>(
    kinds: readonly PluginKind[],
    command: (variables: Readonly<Record<string, string>>) => Promise<Result>,
  ): Promise<Result> {
    if (!this.#isFree) return command({});
    this.#isFree = false;
    try {
      const started: [string, string][] = [];
      for (const kind of kinds) {
        const port = await (this.#ports[kind] ??= this.#start(kind));
        if (port !== undefined) started.push([variableOf[kind], `${packageOf[kind]}:${port}`]);
      }
      return await command(Object.fromEntries(started));
    } finally {
      this.#isFree = true;
    }
  }

  stop(): void {
    for (const end of this.#ending) end();
  }

  /** The port of a plugin; undefined where the CLI brings its own, which the sandbox does not have in its folder. */
  async #start(kind: PluginKind): Promise<number | undefined> {
    const executable = this.#executableOf(kind);
    if (!existsSync(executable)) return undefined;
    return this.#portOf(executable, await (this.#engine ??= this.#serveEngine()));
  }

  #executableOf(kind: PluginKind): string {
    if (kind === "language") return path.join(this.folder.bin, "pulumi-language-nodejs");
    return path.join(this.folder.pulumiHome, "plugins", awsPluginFolder, "pulumi-resource-aws");
  }

  /** Plugins ask now and then whether their engine is alive. Those of commands come and go; this server stays. */
  async #serveEngine(): Promise<string> {
    const engine = new grpc.Server();
    this.#ending.push(() => {
      engine.forceShutdown();
    });
    return `127.0.0.1:${await listen(engine)}`;
  }

  async #portOf(executable: string, engine: string): Promise<number> {
    const { child, release } = startTied(
      () => spawn(executable, [engine], { stdio: ["ignore", "pipe", "inherit"], env: this.environment }),
      { graceSeconds: 0 },
    );
    this.#ending.push(() => {
      child.kill("SIGTERM");
      release();
    });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    return Number.parseInt(line.toString(), 10);
  }
}
