import assert from "node:assert/strict";
import type { ManagedStatements } from "../../../operations/declared/expectations";
import { reviewWorkload } from "../../../operations/review/reviewWorkload";
import type { RoleUsage } from "../../../operations/review/usage/usage";
import { target } from "../../components/stackFixture";
import { lately, longAgo, orders, service, since, usage } from "./reviewFixture";

/** A proposal, and the edits that carry it out, in short. */
interface Case {
  readonly name: string;
  readonly workload: string;
  readonly usage: RoleUsage;
  readonly verdict: string;
  readonly proposals: readonly (readonly [
    at: string,
    got: string,
    want: string | undefined,
    because: string,
  ])[];
  readonly edits?: readonly string[];
  readonly managed?: ManagedStatements;
}

const sqsUsed = { sqs: service("Amazon SQS", lately) };
const s3Used = service("Amazon S3", lately, {
  CreateBucket: lately,
  DeleteBucket: longAgo,
  PutBucketTagging: undefined,
});

const ssmPolicy = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const ssmStatements = [
  {
    Effect: "Allow" as const,
    Action: ["ssm:UpdateInstanceInformation", "ssm:PutInventory"],
    Resource: ["*"],
  },
  { Effect: "Allow" as const, Action: ["ec2messages:GetMessages"], Resource: ["*"] },
];

const cases: readonly Case[] = [
  {
    name: "an entry whose service was never used goes",
    workload: "access:\n  - sqs: { queue: orders, level: send }\n  - sns: { topic: orders, level: publish }",
    usage: usage({ ...sqsUsed, sns: service("Amazon SNS", undefined) }),
    verdict: "could be smaller",
    proposals: [
      ["workloads.orders.access[1]", "sns publish orders", "nothing", "sns was not used since 2026-08-27"],
    ],
    edits: ["access.1 → "],
  },
  {
    name: "an entry whose service was last used before the window goes, and the date is said",
    workload: "access:\n  - sqs: { queue: orders, level: send }\n  - sns: { topic: orders, level: publish }",
    usage: usage({ ...sqsUsed, sns: service("Amazon SNS", longAgo) }),
    verdict: "could be smaller",
    proposals: [
      [
        "workloads.orders.access[1]",
        "sns publish orders",
        "nothing",
        "sns was not used since 2026-08-27, last on 2026-05-01",
      ],
    ],
    edits: ["access.1 → "],
  },
  {
    name: "an entry of which every action is tracked and unused goes though its service is in use",
    workload:
      "access:\n  - ssm: { parameter: /orders/x, level: write }\n  - sqs: { queue: orders, level: send }",
    usage: usage({ ...sqsUsed, ssm: service("SSM", lately, { PutParameter: undefined }) }),
    verdict: "could be smaller",
    proposals: [
      [
        "workloads.orders.access[0]",
        "ssm write /orders/x",
        "nothing",
        "ssm:PutParameter was not used since 2026-08-27",
      ],
    ],
    edits: ["access.0 → "],
  },
  {
    name: "nothing is proposed for a service in use whose actions AWS does not track",
    workload: "access:\n  - sqs: { queue: orders, level: sendReceive }",
    usage: usage(sqsUsed),
    verdict: "all in use",
    proposals: [],
  },
  {
    name: "a level goes down where all that it adds is tracked and unused",
    workload: "access:\n  - ssm: { parameter: /orders/x, level: readWrite }",
    usage: usage({ ssm: service("SSM", lately, { PutParameter: longAgo, GetParameter: lately }) }),
    verdict: "could be smaller",
    proposals: [
      [
        "workloads.orders.access[0].ssm.level",
        "readWrite",
        "read",
        "ssm:PutParameter was not used since 2026-08-27, last on 2026-05-01",
      ],
    ],
    edits: ["access.0.ssm.level → read"],
  },
  {
    name: "a level stays where what it adds is not tracked, and that is said where something hints at it",
    workload: "access:\n  - kms: { key: alias/orders, level: encryptDecrypt }",
    usage: usage({ kms: service("AWS KMS", lately, { GenerateDataKey: undefined }) }),
    verdict: "all in use",
    proposals: [
      [
        "workloads.orders.access[0].kms.level",
        "encryptDecrypt",
        undefined,
        "kms:GenerateDataKey was not used since 2026-08-27, but AWS does not track kms:Encrypt: decrypt may be enough",
      ],
    ],
  },
  {
    name: "a level stays where something of what it adds is in use",
    workload: "access:\n  - ssm: { parameter: /orders/x, level: readWrite }",
    usage: usage({ ssm: service("SSM", lately, { PutParameter: lately, GetParameter: lately }) }),
    verdict: "all in use",
    proposals: [],
  },
  {
    name: "a level stays without a word where one of the actions that it adds is in use and another is not",
    workload: "access:\n  - kms: { key: alias/orders, level: encryptDecrypt }",
    usage: usage({
      kms: service("AWS KMS", lately, { GenerateDataKey: undefined, Encrypt: lately, Decrypt: lately }),
    }),
    verdict: "all in use",
    proposals: [],
  },
  {
    name: "of several entries of a service that no deployed policy allows yet, nothing is said",
    workload:
      "access:\n  - sns: { topic: one, level: publish }\n  - sns: { topic: two, level: publish }\n  - sqs: { queue: orders, level: send }",
    usage: usage(sqsUsed),
    verdict: "all in use",
    proposals: [],
  },
  {
    name: "of several entries of a service in use, it is said once that AWS names no resource",
    workload:
      "access:\n  - s3: { bucket: one, level: read }\n  - sqs: { queue: orders, level: send }\n  - s3: { bucket: two, level: write }",
    usage: usage({ ...sqsUsed, s3: service("Amazon S3", lately) }),
    verdict: "all in use",
    proposals: [
      [
        "workloads.orders.access",
        "2 s3 entries, [0] and [2]",
        undefined,
        "s3 was used since 2026-08-27, and AWS does not say on which of their resources",
      ],
    ],
  },
  {
    name: "an action that is tracked and unused goes, and one that is not tracked stays",
    workload:
      'statements:\n  - actions: ["s3:DeleteBucket", "s3:CreateBucket", "s3:GetObject"]\n    resources: ["*"]',
    usage: usage({ s3: s3Used }),
    verdict: "could be smaller",
    proposals: [
      [
        "workloads.orders.statements[0].actions[0]",
        "s3:DeleteBucket",
        "nothing",
        "s3:DeleteBucket was not used since 2026-08-27, last on 2026-05-01",
      ],
    ],
    edits: ["statements.0.actions.0 → "],
  },
  {
    name: "a pattern of which all actions are tracked becomes those that were used, sorted",
    workload: 'statements:\n  - actions: ["sqs:*eQueue", "sqs:SendMessage"]\n    resources: ["*"]',
    usage: usage({
      sqs: service("Amazon SQS", lately, { CreateQueue: lately, DeleteQueue: undefined, PurgeQueue: lately }),
    }),
    verdict: "could be smaller",
    proposals: [
      [
        "workloads.orders.statements[0].actions[0]",
        "sqs:*eQueue",
        "sqs:CreateQueue and sqs:PurgeQueue",
        "1 action (sqs:DeleteQueue) was not used since 2026-08-27",
      ],
    ],
    edits: ["statements.0.actions.0 → sqs:CreateQueue sqs:PurgeQueue"],
  },
  {
    name: "what is used of a pattern is not named twice",
    workload:
      'statements:\n  - actions: ["sqs:*eQueue", "sqs:PurgeQueue", "sqs:?r*Queue"]\n    resources: ["*"]',
    usage: usage({
      sqs: service("Amazon SQS", lately, { CreateQueue: lately, DeleteQueue: undefined, PurgeQueue: lately }),
    }),
    verdict: "could be smaller",
    proposals: [
      [
        "workloads.orders.statements[0].actions[0]",
        "sqs:*eQueue",
        "sqs:CreateQueue and sqs:PurgeQueue",
        "1 action (sqs:DeleteQueue) was not used since 2026-08-27",
      ],
    ],
    edits: ["statements.0.actions.0 → sqs:CreateQueue"],
  },
  {
    name: "what is used of two patterns is named once",
    workload: 'statements:\n  - actions: ["sqs:*eQueue", "sqs:?*eQueue"]\n    resources: ["*"]',
    usage: usage({
      sqs: service("Amazon SQS", lately, {
        CreateQueue: lately,
        DeleteQueue: undefined,
        PurgeQueue: undefined,
      }),
    }),
    verdict: "could be smaller",
    proposals: [0, 1].map((place) => [
      `workloads.orders.statements[0].actions[${place}]`,
      place === 0 ? "sqs:*eQueue" : "sqs:?*eQueue",
      "sqs:CreateQueue",
      "2 actions (sqs:DeleteQueue and sqs:PurgeQueue) were not used since 2026-08-27",
    ]),
    edits: ["statements.0.actions.0 → sqs:CreateQueue", "statements.0.actions.1 → "],
  },
  {
    name: "a pattern stays where some of its actions are not tracked, and it is said how many",
    workload: 'statements:\n  - actions: ["sqs:*eQueue"]\n    resources: ["*"]',
    usage: usage({ sqs: service("Amazon SQS", lately, { CreateQueue: lately, DeleteQueue: undefined }) }),
    verdict: "all in use",
    proposals: [
      [
        "workloads.orders.statements[0].actions[0]",
        "sqs:*eQueue",
        undefined,
        "1 action (sqs:DeleteQueue) was not used since 2026-08-27, but AWS does not track 1 of its 3 actions; used were sqs:CreateQueue",
      ],
    ],
  },
  {
    name: "a statement of which nothing was used goes as a whole",
    workload:
      'statements:\n  - sid: Queues\n    actions: ["sqs:*eQueue"]\n    resources: ["*"]\n  - actions: ["s3:CreateBucket"]\n    resources: ["*"]',
    usage: usage({ sqs: service("Amazon SQS", undefined), s3: s3Used }),
    verdict: "could be smaller",
    proposals: [
      ["workloads.orders.statements[0]", "Queues", "nothing", "sqs:*eQueue was not used since 2026-08-27"],
    ],
    edits: ["statements.0 → "],
  },
  {
    name: "a Deny stays, used or not",
    workload:
      'statements:\n  - effect: Deny\n    actions: ["sqs:PurgeQueue"]\n    resources: ["*"]\naccess:\n  - s3: { bucket: one, level: read }',
    usage: usage({ sqs: service("Amazon SQS", undefined), s3: s3Used }),
    verdict: "all in use",
    proposals: [],
  },
  {
    name: "iam:PassRole stays, for AWS does not track it",
    workload:
      'statements:\n  - actions: ["iam:PassRole", "iam:GetRole"]\n    resources: ["arn:aws:iam::111122223333:role/x"]\naccess:\n  - s3: { bucket: one, level: read }',
    usage: usage({ iam: service("IAM", undefined), s3: s3Used }),
    verdict: "could be smaller",
    proposals: [
      [
        "workloads.orders.statements[0].actions[1]",
        "iam:GetRole",
        "nothing",
        "iam:GetRole was not used since 2026-08-27",
      ],
    ],
    edits: ["statements.0.actions.1 → "],
  },
  {
    name: "what no deployed policy allows yet is not called unused",
    workload: "access:\n  - sns: { topic: orders, level: publish }\n  - sqs: { queue: orders, level: send }",
    usage: usage(sqsUsed),
    verdict: "all in use",
    proposals: [],
  },
  {
    name: "a managed policy of which nothing was used goes",
    workload:
      "managedPolicies: [AmazonSSMManagedInstanceCore]\naccess:\n  - sqs: { queue: orders, level: send }",
    usage: usage({
      ...sqsUsed,
      ssm: service("SSM", longAgo),
      ec2messages: service("EC2 messages", undefined),
    }),
    managed: { [ssmPolicy]: ssmStatements },
    verdict: "could be smaller",
    proposals: [
      [
        "workloads.orders.managedPolicies[0]",
        "AmazonSSMManagedInstanceCore",
        "nothing",
        "ec2messages and ssm were not used since 2026-08-27, last on 2026-05-01",
      ],
    ],
    edits: ["managedPolicies.0 → "],
  },
  {
    name: "an AWS-managed policy that is used in part stays, and it is said what could take its place",
    workload: "managedPolicies: [AmazonSSMManagedInstanceCore]",
    usage: usage({
      ssm: service("SSM", lately, { UpdateInstanceInformation: lately, PutInventory: undefined }),
      ec2messages: service("EC2 messages", undefined),
    }),
    managed: { [ssmPolicy]: ssmStatements },
    verdict: "all in use",
    proposals: [
      [
        "workloads.orders.managedPolicies[0]",
        "AmazonSSMManagedInstanceCore",
        undefined,
        "ec2messages was not used since 2026-08-27; 2 of its 3 actions were not used; an AWS-managed policy cannot be narrowed, but statements with what is used could take its place",
      ],
    ],
  },
  {
    name: "a policy of the account that is used in part can be narrowed where it is declared",
    workload: 'managedPolicies: ["account:queues"]',
    usage: usage({ sqs: service("Amazon SQS", lately, { CreateQueue: lately, DeleteQueue: undefined }) }),
    managed: {
      "arn:aws:iam::111122223333:policy/queues": [
        { Effect: "Allow", Action: ["sqs:CreateQueue", "sqs:DeleteQueue"], Resource: ["*"] },
      ],
    },
    verdict: "all in use",
    proposals: [
      [
        "workloads.orders.managedPolicies[0]",
        "queues",
        undefined,
        "1 of its 2 actions was not used; the policy is declared elsewhere and can be narrowed there",
      ],
    ],
  },
  {
    name: "a managed policy that allows all but something is left alone",
    workload: "managedPolicies: [PowerUserAccess]\naccess:\n  - sqs: { queue: orders, level: send }",
    usage: usage({ ...sqsUsed, sns: service("Amazon SNS", undefined) }),
    managed: {
      "arn:aws:iam::aws:policy/PowerUserAccess": [
        { Effect: "Allow", Action: [], Resource: ["*"] },
        { Effect: "Allow", Action: ["sns:Publish"], Resource: ["*"] },
      ],
    },
    verdict: "all in use",
    proposals: [],
  },
  {
    name: "a role that is younger than the window is too young for a proposal",
    workload: "access:\n  - sns: { topic: orders, level: publish }",
    usage: usage({ sns: service("Amazon SNS", undefined) }, { createdAt: lately }),
    verdict: "too young",
    proposals: [],
  },
  {
    name: "a role that was never used is proposed nothing smaller for",
    workload: "access:\n  - sns: { topic: orders, level: publish }",
    usage: usage({ sns: service("Amazon SNS", undefined) }),
    verdict: "never used",
    proposals: [],
  },
  {
    name: "a role that was last used before the window is one that is never used",
    workload: "access:\n  - sns: { topic: orders, level: publish }",
    usage: usage({ sns: service("Amazon SNS", longAgo) }, { lastUsed: longAgo }),
    verdict: "never used",
    proposals: [],
  },
  {
    name: "a role is in use where a service says so, though its own date is missing",
    workload: "access:\n  - sqs: { queue: orders, level: send }",
    usage: usage(sqsUsed),
    verdict: "all in use",
    proposals: [],
  },
];

describe("the review of a workload", () => {
  for (const { name, workload, usage: used, managed = {}, edits = [], ...expected } of cases)
    it(`finds: ${name}`, async () => {
      const reviewable = { workload: await orders(workload), usage: used, managed };
      const { verdict, planned } = await reviewWorkload(reviewable, target, since);
      assert.deepEqual(
        {
          verdict,
          proposals: planned.map(({ proposal: { at, got, want, because } }) => [at, got, want, because]),
          edits: planned.flatMap((plan) =>
            plan.edits.map(({ path, values }) => `${path.join(".")} → ${values.join(" ")}`),
          ),
        },
        { ...expected, edits },
      );
    });

  it("tells of each service what is granted and how it was used", async () => {
    const workload = await orders(
      'access:\n  - sns: { topic: orders, level: publish }\nstatements:\n  - actions: ["s3:*Bucket", "s3:GetObject"]\n    resources: ["*"]',
    );
    const used = usage({ s3: s3Used, sns: service("Amazon SNS", longAgo) }, { lastUsed: longAgo });
    const { services, lastUsed } = await reviewWorkload(
      { workload, usage: used, managed: {} },
      target,
      since,
    );
    assert.deepEqual(
      { services, lastUsed },
      {
        lastUsed: lately,
        services: [
          {
            namespace: "s3",
            name: "Amazon S3",
            used: true,
            lastUsed: lately,
            actions: [
              { action: "s3:CreateBucket", use: "used", lastUsed: lately },
              { action: "s3:DeleteBucket", use: "unused", lastUsed: longAgo },
              { action: "s3:GetObject", use: "not tracked" },

              { action: "s3:ListBucket", use: "not tracked" },
            ],
          },
          {
            namespace: "sns",
            name: "Amazon SNS",
            used: false,
            lastUsed: longAgo,
            actions: [{ action: "sns:Publish", use: "unused", lastUsed: longAgo }],
          },
        ],
      },
    );
  });
});
