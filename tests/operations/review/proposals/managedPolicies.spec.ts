import { statementsOf } from "../../../../iam/document/readDocument.ts";
import { describeCases } from "../reviewCase.ts";
import { lately, longAgo, service, usage } from "../reviewFixture.ts";

const sqsUsed = { sqs: service("Amazon SQS", lately) };

const ssmPolicy = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const ssmStatements = statementsOf([
  {
    Effect: "Allow",
    Action: ["ssm:UpdateInstanceInformation", "ssm:PutInventory"],
    Resource: ["*"],
  },
  { Effect: "Allow", Action: ["ec2messages:GetMessages"], Resource: ["*"] },
]);

describeCases("the proposals for managed policies", [
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
      "arn:aws:iam::111122223333:policy/queues": statementsOf([
        { Effect: "Allow", Action: ["sqs:CreateQueue", "sqs:DeleteQueue"], Resource: ["*"] },
      ]),
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
      "arn:aws:iam::aws:policy/PowerUserAccess": statementsOf([
        { Effect: "Allow", NotAction: ["iam:*"], Resource: ["*"] },
        { Effect: "Allow", Action: ["sns:Publish"], Resource: ["*"] },
      ]),
    },
    verdict: "all in use",
    proposals: [],
  },
]);
