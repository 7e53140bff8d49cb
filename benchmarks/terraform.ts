/**
 * The same graph by Terraform and by this program, on the same provider and the same embedded AWS, in turn: a role, a policy,
 * an attachment, a profile and a launch template for each workload. `npm run bench:terraform -- ROUNDS WORKLOADS…`
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { compileStack, type CompiledWorkload } from "../components/config/compileStack";
import { parseStackConfig } from "../components/config/parseStackConfig";
import { projectFolder } from "../sandbox/paths";
import { EngineProject } from "../tests/engine/engineProject";
import { closeEngineSandbox, engineSandbox } from "../tests/engine/engineSandbox";
import { machine, median } from "./measure";
import { measuredRun, type Run } from "./measuredRun";
import { terraformConfig } from "./terraform/terraformConfig";

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

/** One kind of step, and how each tool does it, in the order in which the steps of a round follow each other. */
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
] as const;

type Results = Record<string, { readonly terraform: Run[]; readonly pulumi: Run[] }>;

async function measure(count: number): Promise<Results> {
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
      env: environment,
    });
  const results: Results = Object.fromEntries(steps.map(([name]) => [name, { terraform: [], pulumi: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, ofTerraform, ofPulumi] of steps) {
      if (ofTerraform) results[name]?.terraform.push(await terraform(ofTerraform));
      results[name]?.pulumi.push(await pulumi(ofPulumi));
    }
    process.stderr.write(`${count} workloads: round ${round + 1} of ${rounds}\n`);
  }
  project.remove();
  return results;
}

function rows(count: number, results: Results): string[] {
  const plan = median((results["first plan"]?.terraform ?? []).map(({ seconds }) => seconds));
  return Object.entries(results).map(([name, { terraform, pulumi }]) => {
    const of = (runs: readonly Run[], value: (run: Run) => number) =>
      runs.length > 0 ? median(runs.map(value)) : undefined;
    const [t, p] = [
      of(terraform, ({ seconds }) => seconds) ?? plan,
      of(pulumi, ({ seconds }) => seconds) ?? NaN,
    ];
    const memory = [of(terraform, ({ megabytes }) => megabytes), of(pulumi, ({ megabytes }) => megabytes)];
    const shown = memory.map((value) => (value === undefined ? "" : value.toFixed(0)));
    return `| ${count} | ${name} | ${t.toFixed(1)} | ${p.toFixed(1)} | ${(p / t).toFixed(2)} | ${shown.join(" | ")} |`;
  });
}

async function main(): Promise<void> {
  const all: Record<string, Results> = {};
  try {
    for (const count of counts.length > 0 ? counts : [1, 10, 50, 200]) all[count] = await measure(count);
  } finally {
    await closeEngineSandbox();
  }
  const folder = path.join(projectFolder, "benchmarks", "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, "terraform.json"),
    `${JSON.stringify({ machine: machine(), rounds, all }, null, 1)}\n`,
  );
  const head = [
    "| workloads | step | Terraform, s | this program, s | ratio | Terraform, MB | this program, MB |",
    "|---|---|---|---|---|---|---|",
  ];
  const table = Object.entries(all).flatMap(([count, results]) => rows(Number(count), results));
  process.stdout.write(`${machine()}, ${rounds} rounds\n\n${[...head, ...table].join("\n")}\n`);
}

void main();
