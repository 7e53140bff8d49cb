import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { capture, captureOrFail } from "../../commandLine/processes/run.ts";
import type { RevisionDiff } from "../../operations/permissions/diff.ts";
import type { Review } from "../../operations/review/review.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { proveStack } from "../../sandbox/proof/prove.ts";
import type { WorkloadOutputs } from "../../sandbox/proof/workloadOutputs.ts";
import { EngineProject } from "../../testing/engineProject.ts";
import { engineSandbox } from "../../testing/engineSandbox.ts";
import { policyEvents } from "../../testing/policyEvents.ts";
import { believableText, believableWorkloads } from "../components/access/believable/stackFile.ts";

const stack = "believable";
const names = Object.keys(believableWorkloads);

/** The stack file before a pull request: three workloads may do less, and one is not there. */
const smallerText = [
  ["        - kafka: { cluster: orders, topic: connect-*, level: create }\n", ""],
  ["        - ec2: { level: terminateSelf }\n", ""],
  ["acme-search-relevancy], level: readWrite", "acme-search-relevancy], level: read"],
  [believableText.slice(believableText.indexOf("\n    # mrscottiefy")), ""],
].reduce((text, [part = "", smaller = ""]) => {
  assert.equal(text.split(part).length, 2, part);
  return text.replace(part, smaller);
}, believableText);

/** Thirteen workloads over more than thirty services, none of which has a statement of its own. */
describe("believable workloads in the engine", () => {
  let project: EngineProject;
  let salt: string;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    await project.createStack(stack);
    salt = readFileSync(file(), "utf8");
    writeFileSync(file(), salt + smallerText);
    await git("init", "--quiet");
    await git("add", "Pulumi.yaml", path.basename(file()));
    await git("commit", "--quiet", "--message", "before");
    writeFileSync(file(), salt + believableText);
  });
  after(async () => {
    await project.pulumiOrFail("destroy", "--yes", "--skip-preview", "--stack", stack);
    project.remove();
  });

  const file = () => path.join(project.folder, `Pulumi.${stack}.yaml`);

  const git = (...args: string[]) =>
    captureOrFail("git", "git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      cwd: project.folder,
    });

  async function command<Result>(...args: string[]): Promise<Result> {
    const { environment } = await engineSandbox();
    const cli = path.join(projectFolder, "bin/main.mjs");
    const { code, stdout, stderr } = await capture(process.execPath, [cli, ...args], {
      cwd: project.folder,
      env: environment,
    });
    assert.notEqual(code, 2, stderr);
    return JSON.parse(stdout) as Result;
  }

  it("gain in a pull request what it adds, without a risk, and lose nothing", async () => {
    const diff = await command<RevisionDiff>("permissions", "diff", "--base", "HEAD", "--format", "json");
    const shown = diff.workloads.map(({ workload, kind, changes, risks, settings }) => [
      `${workload} ${kind}`,
      ...changes.map(({ kind: change, levels, resource }) => `${change} ${levels.join(", ")} on ${resource}`),
      ...[...risks, ...settings].map((found) => JSON.stringify(found)),
    ]);
    assert.deepEqual(shown, [
      ["kafka-connect changed", "gains write on kafka topic/orders/*/connect-*"],
      ["actions-runner changed", "gains write on ec2 instance/*"],
      [
        "search-server changed",
        "gains write on s3://acme-search-relevancy/*",
        "gains write on s3://acme-sitemaps/*",
      ],
      [
        "domain-terminal added",
        "gains write, read on arn:aws:ssm:eu-central-1:*:document/*",
        "gains write on ds directory/d-1234567890",
        "gains write, read, list on ec2 instance/*",
        "gains write, read on every resource of ec2messages",
        "gains write, read, list on every resource of ssm",
        "gains write on every resource of ssmmessages",
        "gains write, read on ssm association/*",
        "gains list on every resource of ds",
      ],
    ]);
  });

  for (const [name, ...args] of [
    ["a preview", "preview"],
    ["an update", "up", "--yes", "--skip-preview"],
  ] as const) {
    it(`pass ${name} under the policy pack, which has nothing to advise`, async () => {
      const eventLog = path.join(project.folder, "events.json");
      writeFileSync(eventLog, "");
      const pack = path.join(projectFolder, "policypack");
      const given = ["--stack", stack, "--policy-pack", pack, "--event-log", eventLog];
      await project.pulumiOrFail(...args, ...given);
      assert.deepEqual(policyEvents(readFileSync(eventLog, "utf8")), []);
    });
  }

  it("have nothing left to change", async () => {
    await project.pulumiOrFail("preview", "--stack", stack, "--expect-no-changes");
  });

  it("are proved: what each declares is allowed, and what lies beside it is not", async () => {
    const { endpoint } = await engineSandbox();
    const { workloads } = JSON.parse(
      await project.pulumiOrFail("stack", "output", "--json", "--stack", stack),
    ) as { readonly workloads: Record<string, WorkloadOutputs> };
    const aws = { endpoint, hasInstanceMetadata: true };
    const proofs = await proveStack(project.folder, stack, aws, workloads, () => undefined);
    assert.deepEqual(
      proofs.flatMap(({ surprises }) => surprises),
      [],
    );
    assert.deepEqual(
      proofs.map(({ name }) => name),
      names,
    );
    for (const { allowed, denied } of proofs) assert.ok(allowed.length > 0 && denied.length > 0);
  });

  it("are reviewed: each could do without what it was granted beside what the proof used", async () => {
    const { workloads } = await command<Review>("review", "--stack", stack, "--format", "json");
    assert.deepEqual(
      Object.fromEntries(workloads.map(({ name, verdict }) => [name, verdict])),
      Object.fromEntries(names.map((name) => [name, "could be smaller"])),
    );
    const connect = workloads.find(({ name }) => name === "kafka-connect");
    // The proof put an object and called nothing else, which is the entry [4].
    assert.deepEqual(
      connect?.proposals.map(({ at, got, want }) => [at, got, want]),
      [
        ["workloads.kafka-connect.access[0]", "kafka findBrokers orders", "nothing"],
        [
          "workloads.kafka-connect.access[1]",
          "kafka readWrite orders/connect-*/orders.*,connect-*",
          "nothing",
        ],
        ["workloads.kafka-connect.access[2]", "kafka create orders/connect-*", "nothing"],
        ["workloads.kafka-connect.access[3]", "schemaRegistry readRegister events", "nothing"],
        ["workloads.kafka-connect.access[5]", "secretsmanager read kafka-connect/warehouse", "nothing"],
        ["workloads.kafka-connect.access[6]", "logs createWrite /kafka-connect", "nothing"],
        ["workloads.kafka-connect.access[7]", "cloudwatch write Kafka Connect", "nothing"],
      ],
    );
  });
});
