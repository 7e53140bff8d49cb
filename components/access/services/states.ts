import { fieldsByLevel } from "../fieldsByLevel.ts";
import { arnsOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const stateMachine = {
  description: "The state machine.",
  noun: "a state machine name",
  name: /[\w-]{1,80}/,
  arn: "states:{region}:{account}:stateMachine:{name}",
  example: "orders",
  optional: true,
} as const satisfies ResourceField;

/** Whoever is sent data of an execution decrypts it; whoever sends some does not. */
const DECRYPT = [["kms:Decrypt"], "{key}"] as const;

/**
 * Executions of a state machine, which act with its role, and work that it gives to programs. `follow` is what waiting
 * for a result calls. `report` answers by the token of a task, which names no resource: whoever has a token may answer.
 * `work` is a worker of an activity.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export const states = service({
  description: {
    english: "Executions of a state machine. IAM cannot limit `report`; the token of the task does.",
    korean: "상태 머신의 실행. `report`는 IAM에서 제한할 수 없고 태스크 토큰으로만 제한됩니다",
  },
  resources: {
    stateMachine,
    activity: {
      description: "The activity.",
      noun: "an activity name",
      name: /[\w-]{1,80}/,
      arn: "states:{region}:{account}:activity:{name}",
      example: "pack",
      optional: true,
    },
  },
  names: {
    english: "`stateMachine`, or `activity` for `work`",
    korean: "`stateMachine`, `work`에는 `activity`",
  },
  via: "states",
  levels: {
    start: [[["states:StartExecution"], "{stateMachine}"]],
    startSync: [[["states:StartSyncExecution"], "{stateMachine}"], DECRYPT],
    follow: [
      [["states:ListExecutions"], "{stateMachine}"],
      [["states:DescribeExecution"], ["{execution}", "{express}"]],
      [["states:GetExecutionHistory"], "{execution}"],
      DECRYPT,
    ],
    stop: [[["states:StopExecution"], "{execution}"]],
    run: ["start", "follow", "stop"],
    report: [[["states:SendTaskSuccess", "states:SendTaskFailure", "states:SendTaskHeartbeat"], "*"]],
    work: ["report", [["states:GetActivityTask"], "{activity}"], DECRYPT],
  },
  derived(grant, target) {
    const machines = arnsOf(stateMachine, grant.stateMachine ?? [], target);
    return {
      execution: machines.map((arn) => `${arn.replace(":stateMachine:", ":execution:")}:*`),
      express: machines.map((arn) => `${arn.replace(":stateMachine:", ":express:")}:*:*`),
    };
  },
  refine: fieldsByLevel({
    start: ["stateMachine"],
    startSync: ["stateMachine"],
    follow: ["stateMachine"],
    stop: ["stateMachine"],
    run: ["stateMachine"],
    work: ["activity"],
  }),
  examples: [
    { stateMachine: "orders", level: "start" },
    { activity: "pack", level: "work" },
    { level: "report" },
  ],
  neighbouringActions: ["states:UpdateStateMachine", "states:DeleteStateMachine"],
});
