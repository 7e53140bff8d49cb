import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { parse, stringify } from "yaml";
import type { Captured } from "../../../commandLine/processes/run.ts";
import { outcomeOf } from "../../../testing/clonedProject.ts";
import { EngineProject } from "../../../testing/engineProject.ts";
import { engineSandbox } from "../../../testing/engineSandbox.ts";

/** Where a stack of the fleet is deployed. */
export interface FleetPlace {
  readonly account: string;
  readonly region: string;
}

/** A workload that takes as little time as one can. */
const workload = (level: string) => ({
  access: [{ sqs: { queue: "orders", level } }],
  launch: { image: "al2023", instanceType: "t3.micro" },
});

/** The project with stack files for many accounts, and a backend of its own that has none of the stacks. */
export class FleetProject {
  private readonly project: EngineProject;
  readonly environment: NodeJS.ProcessEnv;

  private constructor(project: EngineProject, environment: NodeJS.ProcessEnv) {
    this.project = project;
    this.environment = environment;
  }

  /** @param variables beside those of the sandbox */
  static async create(variables: NodeJS.ProcessEnv = {}): Promise<FleetProject> {
    const { environment } = await engineSandbox();
    const project = await EngineProject.ofThisRepository();
    // What the user's own runs left behind is none of the test's.
    rmSync(path.join(project.folder, ".fleet"), { force: true });
    const state = path.join(project.folder, "state");
    mkdirSync(state);
    return new FleetProject(project, { ...environment, PULUMI_BACKEND_URL: `file://${state}`, ...variables });
  }

  get folder(): string {
    return this.project.folder;
  }

  private file(stack: string): string {
    return path.join(this.folder, `Pulumi.${stack}.yaml`);
  }

  /** Writes the file of a stack that takes the deploy role of its account; the salt that Pulumi keeps there stays. */
  declare(
    stack: string,
    { account, region }: FleetPlace,
    workloads: readonly string[] = ["app"],
    level = "send",
  ): void {
    const before = existsSync(this.file(stack))
      ? (parse(readFileSync(this.file(stack), "utf8")) as object)
      : {};
    const config = {
      "aws:region": region,
      "aws:assumeRoles": [{ roleArn: `arn:aws:iam::${account}:role/deploy`, sessionName: "fleet" }],
      "instance-profiles:environment": "dev",
      "instance-profiles:workloads": Object.fromEntries(workloads.map((name) => [name, workload(level)])),
    };
    writeFileSync(this.file(stack), stringify({ ...before, config }));
  }

  /** Starts `npm run fleet` on no terminal. */
  start(...args: string[]): ChildProcess {
    const file = (name: string) => path.join(this.folder, name);
    const command = [file("bin/main.mjs"), "fleet"];
    return spawn(process.execPath, [...command, ...args], {
      cwd: this.folder,
      env: this.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  run(...args: string[]): Promise<Captured> {
    return outcomeOf(this.start(...args));
  }

  /** Removes what earlier runs have recorded. */
  forgetRuns(): void {
    rmSync(path.join(this.folder, ".fleet"), { recursive: true, force: true });
  }

  /** What the only run has logged of a stack until now. */
  log(stack: string): string {
    const runs = path.join(this.folder, ".fleet");
    const [run = ""] = existsSync(runs) ? readdirSync(runs) : [];
    const file = path.join(runs, run, `${stack}.log`);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  /** Lock files of updates that run now, or were killed. */
  locks(): string[] {
    const folder = path.join(this.folder, "state", ".pulumi", "locks");
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".json"),
    );
  }

  remove(): void {
    this.project.remove();
  }
}
