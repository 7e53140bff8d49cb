import assert from "node:assert/strict";
import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { expectedAllowed, expectedDenied } from "../../../operations/probes/expectations.ts";
import type { Question } from "../../../operations/probes/questions.ts";
import { compiledStack } from "../../../operations/stackFile/compiledStack.ts";
import { projectFolder } from "../../../sandbox/paths.ts";
import { stackNames } from "../../../components/config/stackFiles.ts";
import { checkedStack, stackOf } from "../../components/stackFixture.ts";

async function workloadOf(workload: Readonly<Record<string, unknown>>): Promise<CompiledWorkload> {
  const { errors, workloads } = await checkedStack({ values: stackOf({ workload }) });
  assert.deepEqual(errors, []);
  const [only] = workloads;
  assert.ok(only);
  return only;
}

const target = { account: "111122223333", region: "eu-central-1", partition: "aws" };

/** A question as a line. */
const line = ({ because, action, resource, context }: Question) =>
  [
    because,
    action,
    resource,
    ...Object.entries(context).map(([key, values]) => `${key}=${values.join()}`),
  ].join(" | ");

const queue = "arn:aws:sqs:eu-central-1:111122223333:orders";
const small = {
  access: [{ sqs: { queue: "orders", level: "send" } }],
  statements: [
    {
      sid: "ReadPrices",
      actions: ["pricing:GetProducts"],
      resources: ["*"],
      conditions: { StringEquals: { "aws:RequestedRegion": "eu-central-1" } },
    },
    { effect: "Deny", actions: ["s3:*"], resources: ["*"] },
  ],
};
const managed = {
  "arn:aws:iam::aws:policy/Core": statementsOf([
    { Effect: "Allow", Action: ["sqs:Create*", "ec2:RunInstances"], Resource: ["*"] },
  ]),
};

const queueActions = ["GetQueueUrl", "GetQueueAttributes", "SendMessage"];

const allowed = [
  ...queueActions.map((action) => `sqs send orders | sqs:${action} | ${queue}`),
  "statement ReadPrices | pricing:GetProducts | * | aws:RequestedRegion=eu-central-1",
  "Core | sqs:CreateQueue | arn:aws:sqs:eu-central-1:111122223333:proof",
];

const denied = [
  ...["ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "PurgeQueue", "DeleteQueue"].map(
    (action) => `beside sqs send orders | sqs:${action} | ${queue}`,
  ),
  ...queueActions.map((action) => `beside sqs send orders | sqs:${action} | ${queue}-other`),
  ...[
    "iam:AttachRolePolicy",
    "iam:CreatePolicyVersion",
    "iam:CreateUser",
    "iam:PutRolePolicy",
    "iam:CreateAccessKey",
    "ec2:ModifyInstanceMetadataOptions",
    "iam:PassRole",
    "sts:AssumeRole",
    "ec2:AssociateIamInstanceProfile",
    "cloudtrail:StopLogging",
    "kms:Decrypt",
    "s3:ListAllMyBuckets",
    "secretsmanager:GetSecretValue",
  ].map((action) => `never declared | ${action} | *`),
];

describe("questions about a workload", () => {
  it("expect everything that is declared, and one right of each managed policy", async () => {
    const questions = await expectedAllowed(await workloadOf(small), managed, target);
    assert.deepEqual(questions.map(line), allowed);
  });

  it("expect no right that lies beside a grant, and none that nobody declares", async () => {
    const questions = await expectedDenied(await workloadOf(small), managed, target);
    assert.deepEqual(questions.map(line), denied);
  });

  for (const stack of stackNames(projectFolder)) {
    it(`never expect a right that ${stack} declares to be denied`, async () => {
      const { target, workloads } = await compiledStack(projectFolder, stack, "000000000000");
      for (const workload of workloads) {
        const asked = (await expectedAllowed(workload, {}, target)).map(
          ({ action, resource }) => `${action} ${resource}`,
        );
        const refused = (await expectedDenied(workload, {}, target)).map(
          ({ action, resource }) => `${action} ${resource}`,
        );
        assert.deepEqual([asked.filter((text) => refused.includes(text)), refused.length > 0], [[], true]);
      }
    });
  }
});

describe("a right that a Deny takes back", () => {
  it("is expected to be denied", async () => {
    const workload = await workloadOf({
      access: [{ sqs: { queue: "orders", level: "send" } }],
      statements: [{ effect: "Deny", actions: ["sqs:SendMessage"], resources: ["*"] }],
    });
    const sends = (questions: readonly Question[]) =>
      questions.filter(({ action, resource }) => action === "sqs:SendMessage" && resource === queue).length;
    assert.deepEqual(
      [sends(await expectedAllowed(workload, {}, target)), sends(await expectedDenied(workload, {}, target))],
      [0, 1],
    );
  });
});
