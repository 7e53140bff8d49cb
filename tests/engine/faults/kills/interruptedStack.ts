import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { parse, stringify } from "yaml";
import { tieLifeTo } from "../../../../commandLine/processes/lifeline.ts";
import type { Captured } from "../../../../commandLine/processes/run.ts";
import { clientsOf } from "../../../../sandbox/proof/clients.ts";
import { emulatorRoot } from "../../../../sandbox/emulator/root.ts";
import { outcomeOf } from "../../../../testing/clonedProject.ts";
import { DeployedProject, run } from "../../deployRole/project.ts";
import { engineFolder, engineSandbox } from "../../../../testing/engineSandbox.ts";
import { eventually, processesOf } from "../../processesOf.ts";
import { countedAws, type CountedAws, type Incident } from "./countedAws.ts";
import { durableAws, type DurableAws } from "./durableAws.ts";
import { heldByAws, type Holdings } from "./heldByAws.ts";
import type { Kill } from "./plan.ts";
import { killUnder } from "./victims.ts";

const region = "eu-central-1";

/** Seconds after which a command that should have ended counts as one that hangs. */
const limit = 900;

/** A stack in an AWS of its own, whose updates can be interrupted at a request. */
export class InterruptedStack {
  readonly name: string;
  private readonly root: string;
  private readonly project: DeployedProject;
  private readonly aws: DurableAws;
  private readonly counted: CountedAws;
  private readonly environment: NodeJS.ProcessEnv;

  private constructor(
    name: string,
    root: string,
    project: DeployedProject,
    aws: DurableAws,
    counted: CountedAws,
    environment: NodeJS.ProcessEnv,
  ) {
    this.name = name;
    this.root = root;
    this.project = project;
    this.aws = aws;
    this.counted = counted;
    this.environment = environment;
  }

  static async create(name: string): Promise<InterruptedStack> {
    const { environment } = await engineSandbox();
    const root = mkdtempSync(path.join(engineFolder.root, "interrupted-"));
    const aws = await durableAws(root);
    const counted = await countedAws(aws.endpoint);
    const project = new DeployedProject();
    const stack = new InterruptedStack(name, root, project, aws, counted, {
      ...environment,
      AWS_ENDPOINT_URL: counted.endpoint,
      PULUMI_BACKEND_URL: `file://${project.backend}?metadata=skip`,
    });
    stack.declare({});
    await stack.pulumiOrFail("stack", "init");
    return stack;
  }

  private get file(): string {
    return path.join(this.project.folder, `Pulumi.${this.name}.yaml`);
  }

  /** Writes the stack file, beside the salt that Pulumi keeps in it. */
  declare(workloads: Readonly<Record<string, unknown>>): void {
    const text = existsSync(this.file) ? readFileSync(this.file, "utf8") : "{}";
    const config = {
      "aws:region": region,
      "instance-profiles:environment": "test",
      "instance-profiles:workloads": workloads,
    };
    writeFileSync(this.file, stringify({ ...(parse(text) as object), config }));
  }

  pulumi(...args: readonly string[]): Promise<Captured> {
    return run(this.project.folder, this.environment, ["pulumi", ...args, "--stack", this.name]);
  }

  async pulumiOrFail(...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.pulumi(...args);
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${code}:\n${stdout}\n${stderr}`);
    return stdout;
  }

  /** Leaves the state as a kill does in a backend of files as it is by default: beside an empty file of attributes. */
  tearAttributes(): string {
    this.environment.PULUMI_BACKEND_URL = `file://${this.project.backend}`;
    const stacks = path.join(this.project.backend, ".pulumi", "stacks", "instance-profiles");
    const file = path.join(stacks, `${this.name}.json.attrs`);
    writeFileSync(file, "");
    return file;
  }

  /** `npm run recover`, as a user runs it. */
  recover(...options: readonly string[]): Promise<Captured> {
    const script = ["bin/main.mjs", "recover"];
    const command = [process.execPath, ...script, "--stack", this.name, ...options];
    return run(this.project.folder, this.environment, command);
  }

  /**
   * Runs a command of Pulumi's in the middle of which something happens, and returns once nothing of it runs any more.
   *
   * @param act gets the process id of the command
   */
  async interrupt(
    args: readonly string[],
    { request, moment }: Pick<Incident, "request" | "moment">,
    act: (engine: number) => Promise<void>,
  ): Promise<Captured> {
    const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never", "--stack", this.name], {
      cwd: this.project.folder,
      env: this.environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const engine = child.pid ?? 0;
    const release = tieLifeTo(engine, 0);
    const problems: unknown[] = [];
    const timer = setTimeout(() => {
      problems.push(`it had not ended after ${limit} s`);
      child.kill("SIGKILL");
    }, limit * 1000);
    const happened: true[] = [];
    this.counted.expect({
      request,
      moment,
      act: async () => {
        happened.push(true);
        await act(engine).catch((error: unknown) => problems.push(error));
      },
    });
    const outcome = await outcomeOf(child);
    clearTimeout(timer);
    release();
    const left = await eventually(
      () => processesOf(`AWS_ENDPOINT_URL=${this.counted.endpoint}`),
      (running) => running.length === 0,
    );
    if (happened.length === 0) problems.push(`there were ${this.counted.requests} requests only`);
    problems.push(...left.map(({ command }) => `it left behind ${command}`));
    if (problems.length > 0) throw new Error([...problems, outcome.stdout, outcome.stderr].join("\n"));
    return outcome;
  }

  kill(args: readonly string[], { victim, ...incident }: Kill): Promise<Captured> {
    return this.interrupt(args, incident, async (engine) => {
      if (victim === "engine") process.kill(engine, "SIGKILL");
      else if (victim === "AWS") await this.aws.killAndRestart();
      else await killUnder(engine, victim);
    });
  }

  /** The state, which has to be one that Pulumi can read. */
  async state(): Promise<{ readonly resources: number; readonly pending: number }> {
    const { deployment } = JSON.parse(await this.pulumiOrFail("stack", "export")) as {
      deployment: { resources?: unknown[]; pending_operations?: unknown[] };
    };
    const { resources = [], pending_operations: pending = [] } = deployment;
    return { resources: resources.length, pending: pending.length };
  }

  holdings(): Promise<Holdings> {
    return heldByAws(clientsOf(this.aws.endpoint(), region, emulatorRoot));
  }

  private get lockFolder(): string {
    return path.join(
      this.project.backend,
      ".pulumi",
      "locks",
      "organization",
      "instance-profiles",
      this.name,
    );
  }

  /** The lock files of updates that run now, or were killed. */
  locks(): string[] {
    if (!existsSync(this.lockFolder)) return [];
    return readdirSync(this.lockFolder).filter((file) => file.endsWith(".json"));
  }

  /** Locks the stack as an update on another machine does. */
  lockFrom(hostname: string): void {
    mkdirSync(this.lockFolder, { recursive: true });
    const lock = { pid: 1, username: "ada", hostname, timestamp: "2026-01-31T09:00:00Z" };
    writeFileSync(path.join(this.lockFolder, "another.json"), JSON.stringify(lock));
  }

  async remove(): Promise<void> {
    await this.aws.stop();
    await this.counted.close();
    this.project.remove();
    rmSync(this.root, { recursive: true, force: true });
  }
}
