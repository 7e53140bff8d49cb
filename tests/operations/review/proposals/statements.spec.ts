import { describeCases } from "../reviewCase.ts";
import { lately, longAgo, service, usage } from "../reviewFixture.ts";

const s3Used = service("Amazon S3", lately, {
  CreateBucket: lately,
  DeleteBucket: longAgo,
  PutBucketTagging: undefined,
});

describeCases("the proposals for statements", [
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
]);
