import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "starts executions",
    entry: { states: { stateMachine: "orders", level: "start" } },
    gives: [allow(["states:StartExecution"], [`arn:aws:states:${place}:stateMachine:orders`])],
  },
  {
    name: "starts an execution and waits for its result, which its key encrypts",
    entry: { states: { stateMachine: "orders", key: "alias/orders", level: "startSync" } },
    gives: [
      allow(["states:StartSyncExecution"], [`arn:aws:states:${place}:stateMachine:orders`]),
      allow(["kms:Decrypt"], [`arn:aws:kms:${place}:key/*`], {
        StringEquals: { "kms:ViaService": ["states.eu-central-1.amazonaws.com"] },
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/orders"] },
      }),
    ],
  },
  {
    name: "follows executions of both kinds",
    entry: {
      states: { stateMachine: "arn:aws:states:eu-west-1:444455556666:stateMachine:orders", level: "follow" },
    },
    gives: [
      allow(["states:ListExecutions"], ["arn:aws:states:eu-west-1:444455556666:stateMachine:orders"]),
      allow(
        ["states:DescribeExecution"],
        [
          "arn:aws:states:eu-west-1:444455556666:execution:orders:*",
          "arn:aws:states:eu-west-1:444455556666:express:orders:*:*",
        ],
      ),
      allow(["states:GetExecutionHistory"], ["arn:aws:states:eu-west-1:444455556666:execution:orders:*"]),
    ],
  },
  {
    name: "stops executions",
    entry: { states: { stateMachine: "orders", level: "stop" } },
    gives: [allow(["states:StopExecution"], [`arn:aws:states:${place}:execution:orders:*`])],
  },
  {
    name: "starts, follows and stops executions",
    entry: { states: { stateMachine: "orders", key: "alias/orders", level: "run" } },
    gives: [
      allow(
        ["states:StartExecution", "states:ListExecutions"],
        [`arn:aws:states:${place}:stateMachine:orders`],
      ),
      allow(
        ["states:DescribeExecution"],
        [`arn:aws:states:${place}:execution:orders:*`, `arn:aws:states:${place}:express:orders:*:*`],
      ),
      allow(
        ["states:GetExecutionHistory", "states:StopExecution"],
        [`arn:aws:states:${place}:execution:orders:*`],
      ),
      allow(["kms:Decrypt"], [`arn:aws:kms:${place}:key/*`], {
        StringEquals: { "kms:ViaService": ["states.eu-central-1.amazonaws.com"] },
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/orders"] },
      }),
    ],
  },
  {
    name: "answers by the token of a task",
    entry: { states: { level: "report" } },
    gives: [allow(["states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"], ["*"])],
  },
  {
    name: "works on an activity",
    entry: { states: { activity: "pack", level: "work" } },
    gives: [
      allow(["states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"], ["*"]),
      allow(["states:GetActivityTask"], [`arn:aws:states:${place}:activity:pack`]),
    ],
  },
];

testAccess("states", cases);
