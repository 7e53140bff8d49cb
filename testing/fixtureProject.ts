import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { writePack } from "../operations/buildPolicyPack/command.ts";
import { builtPack } from "../operations/buildPolicyPack/packFiles.ts";
import { projectFolder } from "../sandbox/paths.ts";
import type { Captured } from "../commandLine/processes/run.ts";
import { EngineProject, type StateResource } from "./engineProject.ts";
import { putPassThroughPlugin } from "./passThrough/plugin.ts";
import { policyEvents, type PolicyEvent } from "./policyEvents.ts";
import type { TableResource } from "./tableResources.ts";

const stack = "test";
const pack = path.join(projectFolder, "policypack");

/** What a pack is given besides the resources. */
export interface PackSettings {
  /** The content of the file that `--policy-pack-config` names. */
  readonly packConfig?: Readonly<Record<string, unknown>>;
  /** The content of the pack's `exceptions.yaml`, for which the pack is built. */
  readonly exceptions?: string;
}

/** How a command ended that a pack has judged. */
export interface Judged extends Captured {
  readonly events: readonly PolicyEvent[];
}

/** A project whose resources stand in a table and are made by a provider that makes nothing: no AWS takes part. */
export class FixtureProject {
  #pack = pack;

  private readonly project: EngineProject;
  readonly eventLog: string;

  private constructor(project: EngineProject, eventLog: string) {
    this.project = project;
    this.eventLog = eventLog;
  }

  static async of(resources: readonly TableResource[]): Promise<FixtureProject> {
    const project = await EngineProject.of("table");
    for (const name of ["aws", "aws-native", "acme", "iammod"]) putPassThroughPlugin(project.folder, name);
    const fixture = new FixtureProject(project, path.join(project.folder, "events.json"));
    fixture.hold(resources);
    await project.createStack(stack);
    return fixture;
  }

  get folder(): string {
    return this.project.folder;
  }

  /** Puts other resources into the table. */
  hold(resources: readonly TableResource[]): void {
    writeFileSync(path.join(this.folder, "table.json"), JSON.stringify(resources));
  }

  /** Lets another pack judge from now on. */
  judgeBy(folder: string): void {
    this.#pack = folder;
  }

  /** Runs a command without a policy pack. */
  unjudged(...command: string[]): Promise<Captured> {
    return this.project.pulumi(...command, "--stack", stack);
  }

  /** Runs a command with the policy pack. */
  async judge(command: readonly string[], settings: PackSettings = {}): Promise<Judged> {
    writeFileSync(this.eventLog, "");
    const captured = await this.project.pulumi(
      ...command,
      ...["--stack", stack],
      ...["--policy-pack", await this.#packWith(settings), ...this.#packConfig(settings)],
      ...["--event-log", this.eventLog],
    );
    return { ...captured, events: policyEvents(readFileSync(this.eventLog, "utf8")) };
  }

  /** Lets the policy pack judge what is deployed; the events are in the output. */
  async analyze(settings: PackSettings = {}): Promise<Captured> {
    return this.unjudged(
      ...["policy", "analyze", "--json"],
      ...["--policy-pack", await this.#packWith(settings), ...this.#packConfig(settings)],
    );
  }

  resources(): Promise<readonly StateResource[]> {
    return this.project.resources(stack);
  }

  /** The state with its secrets in plain text. */
  exportedState(): Promise<string> {
    return this.project.pulumiOrFail("stack", "export", "--show-secrets", "--stack", stack);
  }

  remove(): void {
    this.project.remove();
  }

  async #packWith({ exceptions }: PackSettings): Promise<string> {
    if (exceptions === undefined) return this.#pack;
    const built = path.join(this.folder, "pack");
    writePack(built, await builtPack(projectFolder));
    writeFileSync(path.join(built, "exceptions.yaml"), exceptions);
    return built;
  }

  #packConfig({ packConfig }: PackSettings): string[] {
    if (packConfig === undefined) return [];
    const file = path.join(this.folder, "pack-config.json");
    writeFileSync(file, JSON.stringify(packConfig));
    return ["--policy-pack-config", file];
  }
}
