import { oneOrSeveral, problem, text } from "../../fields.ts";
import { arnsOf, someResources, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const alarmField: ResourceField = {
  description: "The alarm, for the levels of alarms.",
  noun: "an alarm name",
  name: /[\w.#/-](?:[\w.#/ -]{0,253}[\w.#/-])?/,
  arn: "cloudwatch:{region}:{account}:alarm:{name}",
  example: "orders-late",
};

const wantNamespace = "a metric namespace, such as Orders/Api";

/** Which levels are of what. */
const wants = (level: string) => (level === "write" ? "namespace" : level === "read" ? undefined : "alarm");

/**
 * Metrics and alarms. Metrics of a namespace have no ARN, so the resource is `*`; a condition limits writes to one
 * namespace, and nothing can limit reads to one. Metrics sent by OTLP name no namespace, so that the condition refuses
 * them. No word makes alarms: one may act in the name of its maker, such as stop an instance.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html#Namespace
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/permissions-reference-cw.html
 */
export const cloudwatch = service({
  description: {
    english: "Metrics of CloudWatch, of which reads cannot be limited, and alarms.",
    korean: "CloudWatch의 지표(읽기는 제한할 수 없음)와 경보",
  },
  fields: {
    namespace: oneOrSeveral(text(wantNamespace, /^(?=.*\S)[\w.#/: -]{1,255}$/), wantNamespace)
      .meta({
        description:
          "The only namespace that metrics may be written to; not for read, since CloudWatch cannot limit reads to one.",
        examples: ["Orders/Api"],
      })
      .optional(),
    alarm: someResources(alarmField).optional(),
  },
  names: {
    english: "`namespace` for `write`, `alarm` for alarms",
    korean: "`write`에는 `namespace`, 경보에는 `alarm`",
  },
  levels: {
    read: [[["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics"], "*"]],
    write: [
      [["cloudwatch:PutMetricData"], "*", { StringEquals: { "cloudwatch:namespace": ["{namespace}"] } }],
    ],
    readAlarms: [[["cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory"], "{alarms}"]],
    muteAlarms: [[["cloudwatch:DisableAlarmActions", "cloudwatch:EnableAlarmActions"], "{alarms}"]],
    setAlarms: [[["cloudwatch:SetAlarmState"], "{alarms}"]],
  },
  refine(grant, issues) {
    const { level } = grant;
    const say = (field: "namespace" | "alarm", message: string) => {
      issues.addIssue(problem(message, [field]));
    };
    if (level === "write" && grant.namespace === undefined)
      say("namespace", "missing, want the namespace that may be written to");
    if (wants(level) === "alarm" && grant.alarm === undefined) say("alarm", "missing, want the alarm");
    if (level === "read" && grant.namespace !== undefined)
      say(
        "namespace",
        "does nothing at level read, since CloudWatch cannot limit reads to a namespace; remove it",
      );
    else if (wants(level) === "alarm" && grant.namespace !== undefined)
      say("namespace", `does nothing at level ${level}; remove it`);
    if (wants(level) !== "alarm" && grant.alarm !== undefined)
      say("alarm", `does nothing at level ${level}; remove it`);
  },
  derived: ({ alarm }, target) => ({ alarms: alarm === undefined ? [] : arnsOf(alarmField, alarm, target) }),
  examples: [
    { namespace: "Orders/Api", level: "write" },
    { level: "read" },
    { alarm: "orders-late", level: "readAlarms" },
  ],
  neighbouringActions: ["cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm"],
  dataEvents: ["cloudwatch:PutMetricData"],
});
