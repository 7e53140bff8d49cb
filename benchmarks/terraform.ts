/**
 * The same graph by Terraform and by this program, on the same provider and the same embedded AWS, in turn: a role, a policy,
 * an attachment, a profile and a launch template for each workload. `npm run bench:terraform -- ROUNDS WORKLOADS…`
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import type { CompiledWorkload } from "../components/config/compiledWorkload.ts";
import { compileStack } from "../components/config/compileStack.ts";
import { parseStackConfig } from "../components/config/parseStackConfig.ts";
import { projectFolder } from "../sandbox/paths.ts";
import { EngineProject } from "../testing/engineProject.ts";
import { closeEngineSandbox, engineSandbox } from "../testing/engineSandbox.ts";
import { machine, printedVersion } from "./measure.ts";
import { measuredRun, type Run } from "./measuredRun.ts";
import { keptResult } from "./page.ts";
import { keep, publish } from "./publish.ts";
import { terraformConfig } from "./terraform/terraformConfig.ts";

const [rounds = 5, ...counts] = process.argv.slice(2).map(Number);
const region = "eu-central-1";
const pack = path.join(projectFolder, "policypack");

const configOf = (count: number) => ({
  "aws:region": region,
  "instance-profiles:environment": "bench",
  "instance-profiles:workloads": Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `w${index}`,
      {
        access: [
          { s3: { bucket: `bench-assets-${index}`, level: "readWrite" } },
          { sqs: { queue: `bench-jobs-${index}`, level: "send" } },
        ],
        launch: { image: "al2023", instanceType: "t3.micro" },
      },
    ]),
  ),
});

async function compiled(count: number): Promise<readonly CompiledWorkload[]> {
  const { value } = await parseStackConfig({ values: configOf(count) }, () => ({ text: "" }));
  const target = { account: "000000000000", region, partition: "aws", project: "terraform", stack: "bench" };
  return compileStack(value, target).value;
}

/**
 * One kind of step, and how each tool does it, in the order in which the steps of a round follow each other. What a tool does not
 * do here is compared by the runs that it has of the step named before the comma.
 */
const steps = [
  ["first plan", ["plan"], ["preview"]],
  ["first plan, with the policy pack", undefined, ["preview", "--policy-pack", pack]],
  ["deployment", ["apply", "-auto-approve"], ["up", "--yes", "--skip-preview"]],
  [
    "plan of no change, without refresh",
    ["plan", "-refresh=false", "-detailed-exitcode"],
    ["preview", "--expect-no-changes"],
  ],
  [
    "plan of no change, with refresh",
    ["plan", "-detailed-exitcode"],
    ["preview", "--refresh", "--expect-no-changes"],
  ],
  ["removal", ["destroy", "-auto-approve"], ["destroy", "--yes", "--skip-preview"]],
  ["deployment, Terraform also 32 at once", ["apply", "-auto-approve", "-parallelism=32"], undefined],
  ["removal, Terraform also 32 at once", ["destroy", "-auto-approve", "-parallelism=32"], undefined],
] as const;

type Results = Record<string, { readonly terraform: Run[]; readonly pulumi: Run[] }>;

async function measure(
  count: number,
  measured: (steps: Results, rounds: number) => Promise<void>,
): Promise<void> {
  const { environment } = await engineSandbox();
  const project = await EngineProject.ofThisRepository();
  await project.createStack("bench");
  project.configure("bench", configOf(count));
  const folder = mkdtempSync(path.join(project.folder, "terraform-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, "main.tf.json"),
    JSON.stringify(terraformConfig(await compiled(count), region)),
  );
  execFileSync("terraform", ["init", "-input=false", "-plugin-dir=/opt/tf-plugins"], {
    cwd: folder,
    stdio: "pipe",
  });
  const terraform = (args: readonly string[]) =>
    measuredRun(["terraform", args[0] ?? "", "-input=false", "-no-color", ...args.slice(1)], {
      cwd: folder,
      env: environment,
    });
  const pulumi = (args: readonly string[]) =>
    measuredRun(["pulumi", ...args, "--stack", "bench", "--non-interactive"], {
      cwd: project.folder,
      env: args[0] === "preview" ? { ...environment, PULUMI_SKIP_CHECKPOINTS: "true" } : environment,
    });
  const results: Results = Object.fromEntries(steps.map(([name]) => [name, { terraform: [], pulumi: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, ofTerraform, ofPulumi] of steps) {
      if (ofTerraform) results[name]?.terraform.push(await terraform(ofTerraform));
      if (ofPulumi) results[name]?.pulumi.push(await pulumi(ofPulumi));
    }
    await measured(results, round + 1);
    process.stderr.write(`${count} workloads: round ${round + 1} of ${rounds}\n`);
  }
  project.remove();
}

async function main(): Promise<void> {
  const { environment } = await engineSandbox();
  const versions = {
    Pulumi: printedVersion(["pulumi", "version"], environment),
    Terraform: terraformVersion(environment),
  };
  let result = keptResult("terraform") ?? {};
  for (const count of counts.length > 0 ? counts : [1, 10, 50]) {
    // Kept after each round, since those of many workloads take long.
    await measure(count, (steps, done) => {
      result = { ...result, [count]: { machine: machine(), rounds: done, versions, steps } };
      return keep("terraform", result);
    });
  }
  await publish("terraform", result);
}

function terraformVersion(env: NodeJS.ProcessEnv): string {
  const printed = execFileSync("terraform", ["version", "-json"], { env, encoding: "utf8" });
  return (JSON.parse(printed) as { readonly terraform_version: string }).terraform_version;
}

void main().finally(closeEngineSandbox);
