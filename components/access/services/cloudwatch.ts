import { oneOrSeveral, text } from "../../fields.ts";
import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

const wantNamespace = "a metric namespace, such as Orders/Api";

const ofAlarm = ["alarm"];

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
  resources: {
    alarm: {
      description: "The alarm, for the levels of alarms.",
      noun: "an alarm name",
      name: /[\w.#/-](?:[\w.#/ -]{0,253}[\w.#/-])?/,
      arn: "cloudwatch:{region}:{account}:alarm:{name}",
      example: "orders-late",
      optional: true,
    },
  },
  fields: {
    namespace: oneOrSeveral(text(wantNamespace, /^(?=.*\S)[\w.#/: -]{1,255}$/), wantNamespace)
      .meta({
        description:
          "The only namespace that metrics may be written to; not for read, since CloudWatch cannot limit reads to one.",
        examples: ["Orders/Api"],
      })
      .optional(),
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
    readAlarms: [[["cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmHistory"], "{alarm}"]],
    muteAlarms: [[["cloudwatch:DisableAlarmActions", "cloudwatch:EnableAlarmActions"], "{alarm}"]],
    setAlarms: [[["cloudwatch:SetAlarmState"], "{alarm}"]],
  },
  refine: fieldsByLevel({
    write: ["namespace"],
    readAlarms: ofAlarm,
    muteAlarms: ofAlarm,
    setAlarms: ofAlarm,
  }),
  examples: [
    { namespace: "Orders/Api", level: "write" },
    { level: "read" },
    { alarm: "orders-late", level: "readAlarms" },
  ],
  neighbouringActions: ["cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm"],
  dataEvents: ["cloudwatch:PutMetricData"],
});
