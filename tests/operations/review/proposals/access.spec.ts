import { describeCases } from "../reviewCase.ts";
import { lately, longAgo, service, usage } from "../reviewFixture.ts";

const sqsUsed = { sqs: service("Amazon SQS", lately) };

describeCases("the proposals for access", [
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
    name: "what no deployed policy allows yet is not called unused",
    workload: "access:\n  - sns: { topic: orders, level: publish }\n  - sqs: { queue: orders, level: send }",
    usage: usage(sqsUsed),
    verdict: "all in use",
    proposals: [],
  },
]);
