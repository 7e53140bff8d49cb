/**
 * The same workloads as an AWS CDK app and as stacks of this program: `cdk synth` with cdk-nag beside `pulumi preview` with the
 * policy pack, in turn, and what each finds in faulty workloads. `npm run bench:cdk -- ROUNDS`
 */
import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { capture } from "../commandLine/processes/run.ts";
import { projectFolder } from "../sandbox/paths.ts";
import { EngineProject } from "../testing/engineProject.ts";
import { closeEngineSandbox, engineFolder, engineSandbox } from "../testing/engineSandbox.ts";
import { FixtureProject } from "../testing/fixtureProject.ts";
import { resourceNameOf } from "../testing/policyEvents.ts";
import { cdkProject, cdkSynth, cdkVersions, nodeApp } from "./cdk/cdkProject.ts";
import { faults } from "./cdk/faults.ts";
import { graphed, type GraphedWorkload } from "./cdk/graph.ts";
import { tableResources } from "./cdk/tableResources.ts";
import { stackFindings, type ValidationReport } from "./cdk/validationReport.ts";
import { inTurn, machine, type Measured, printedVersion } from "./measure.ts";
import { measuredRun, type Run } from "./measuredRun.ts";
import { publish } from "./publish.ts";
import { compiled, configOf } from "./stackOf.ts";
import type { FaultFindings } from "./tables/cdk.ts";

const rounds = Number(process.argv[2] ?? 5);
const workloads = 50;
const pack = path.join(projectFolder, "policypack");
const nagPacks = [
  ...["AwsSolutionsChecks", "HIPAASecurityChecks", "NIST80053R4Checks", "NIST80053R5Checks"],
  ...["PCIDSS321Checks", "ServerlessChecks"],
];

/** cdk-nag refuses every ARN with a star, so that the objects of a bucket have to be excused one by one. */
function acknowledged(graph: readonly GraphedWorkload[]): Record<string, string> {
  const starred = graph.flatMap(
    ({ policies }) => JSON.stringify(policies).match(/"arn:[^"]*\*[^"]*"/g) ?? [],
  );
  return Object.fromEntries(
    starred.map((arn) => [
      `AwsSolutions-IAM5[Resource::${JSON.parse(arn) as string}]`,
      "objects of a bucket",
    ]),
  );
}

async function measure(work: string, environment: NodeJS.ProcessEnv): Promise<Measured<Run>[]> {
  const config = configOf(workloads);
  const graph = (await compiled(config, "cdk")).map(graphed);
  const stacks = { Bench: graph };
  const checks = ["AwsSolutionsChecks"];
  const plain = await cdkProject(path.join(work, "plain"), { checks: [], acknowledged: {}, stacks });
  const nagged = { checks, acknowledged: acknowledged(graph), stacks };
  const nag = await cdkProject(path.join(work, "nag"), nagged);
  const project = await EngineProject.ofThisRepository();
  await project.createStack("bench");
  project.configure("bench", config);
  const preview = ["pulumi", "preview", "--stack", "bench", "--non-interactive"];
  const pulumi = { cwd: project.folder, env: environment };
  const measured = await inTurn(
    [
      { name: "`cdk synth` with cdk-nag", run: () => measuredRun(cdkSynth, nag) },
      { name: "`node app.cjs` with cdk-nag", run: () => measuredRun(nodeApp, nag) },
      {
        name: "`pulumi preview` with this pack",
        run: () => measuredRun([...preview, "--policy-pack", pack], pulumi),
      },
      { name: "`cdk synth` without cdk-nag", run: () => measuredRun(cdkSynth, plain) },
      { name: "`node app.cjs` without cdk-nag", run: () => measuredRun(nodeApp, plain) },
      { name: "`pulumi preview` without a pack", run: () => measuredRun(preview, pulumi) },
    ],
    rounds,
  );
  project.remove();
  return measured;
}

/** A workload that neither of the two has anything against, and what both find once a fault is planted. */
async function findings(work: string): Promise<FaultFindings[]> {
  const config = {
    ...configOf(0),
    "instance-profiles:permissionsBoundary": "workload-boundary",
    "instance-profiles:workloads": {
      w: {
        access: [{ sqs: { queue: "bench-jobs", level: "send" } }],
        launch: { image: "al2023", instanceType: "t3.micro" },
      },
    },
  };
  const [base] = (await compiled(config, "cdk")).map(graphed);
  if (!base) throw new Error("the configuration of one workload compiled to none");
  const planted = faults.map(([, plant], index) =>
    plant({ ...base, name: `f${index}`, physicalName: `f${index}` }),
  );
  const stacks = Object.fromEntries(planted.map((workload) => [workload.name, [workload]]));
  const nag = await cdkProject(path.join(work, "faults"), { checks: nagPacks, acknowledged: {}, stacks });
  // Findings are an error, so that the exit code says nothing.
  await capture("node", ["app.cjs"], nag);
  const file = path.join(nag.cwd, "cdk.out", "validation-report.json");
  const report = JSON.parse(readFileSync(file, "utf8")) as ValidationReport;

  const fixture = await FixtureProject.of(planted.flatMap(tableResources));
  const packConfig = { "require-permissions-boundary": { required: true } };
  const { events, stdout } = await fixture.judge(["preview"], { packConfig });
  if (events.length === 0) throw new Error(`the pack found nothing at all:\n${stdout}`);
  fixture.remove();
  return planted.map(({ name }, index) => ({
    fault: faults[index]?.[0] ?? "",
    ...stackFindings(report, name),
    policyPack: [
      ...new Set(
        events
          .filter((event) => resourceNameOf(event).startsWith(`${name}-`))
          .map(({ policyName, enforcementLevel }) =>
            enforcementLevel === "mandatory" ? policyName : `${policyName} (advice)`,
          ),
      ),
    ],
  }));
}

async function main(): Promise<void> {
  const { environment } = await engineSandbox();
  mkdirSync(engineFolder.temporary, { recursive: true });
  const work = mkdtempSync(path.join(engineFolder.temporary, "cdk-"));
  const versions = { Pulumi: printedVersion(["pulumi", "version"], environment), ...cdkVersions() };
  await publish("cdk", {
    machine: machine(),
    rounds,
    versions,
    workloads,
    measured: await measure(work, environment),
    faults: await findings(work),
  });
}

void main().finally(closeEngineSandbox);
