import { text } from "../../fields.ts";
import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

/**
 * The CloudWatch agent, by what it is told to send; CloudWatchAgentServerPolicy gives all of it on everything. It looks
 * at the instance's tags and volumes for the dimensions of metrics. `createAndSendLogs` also makes the group and sets its
 * retention, by which old events may be lost. It looks for streams, and not for groups, which IAM cannot limit.
 * `readConfiguration` is the parameter that holds its configuration.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/prerequisites.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/CloudWatchAgentServerPolicy.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html
 */
export const cloudwatchAgent = service({
  description: {
    english: "What the CloudWatch agent sends. IAM cannot limit traces, nor which tags and volumes it sees.",
    korean:
      "CloudWatch 에이전트가 보내는 데이터. 트레이스와 태그·볼륨 조회는 IAM에서 범위를 제한할 수 없습니다",
  },
  resources: {
    logGroup: {
      description: "The log group.",
      noun: "a log group name",
      name: /[\w./#-]{1,512}/,
      arn: "logs:{region}:{account}:log-group:{name}",
      example: "/orders",
      optional: true,
    },
    parameter: {
      description: "The parameter that holds its configuration.",
      noun: "a parameter name without a slash at its start",
      name: /[\w.-]+(?:\/[\w.-]+)*/,
      arn: "ssm:{region}:{account}:parameter/{name}",
      example: "AmazonCloudWatch-orders",
      optional: true,
    },
  },
  fields: {
    namespace: text("a metric namespace, such as CWAgent", /^(?=.*\S)[\w.#/: -]{1,255}$/)
      .meta({ description: "The only namespace that it may write to.", examples: ["CWAgent"] })
      .optional(),
  },
  levels: {
    sendMetrics: [
      [["cloudwatch:PutMetricData"], "*", { StringEquals: { "cloudwatch:namespace": ["{namespace}"] } }],
      [["ec2:DescribeTags", "ec2:DescribeVolumes"], "*"],
    ],
    sendLogs: [
      [["logs:DescribeLogStreams"], "{logGroup}:*"],
      [["logs:CreateLogStream", "logs:PutLogEvents"], "{logGroup}:log-stream:*"],
    ],
    createAndSendLogs: ["sendLogs", [["logs:CreateLogGroup", "logs:PutRetentionPolicy"], "{logGroup}:*"]],
    sendTraces: [
      [
        [
          ...["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules"],
          ...["xray:GetSamplingTargets", "xray:GetSamplingStatisticSummaries"],
        ],
        "*",
      ],
    ],
    readConfiguration: [[["ssm:GetParameter"], "{parameter}"]],
  },
  refine: fieldsByLevel({
    sendMetrics: ["namespace"],
    sendLogs: ["logGroup"],
    createAndSendLogs: ["logGroup"],
    readConfiguration: ["parameter"],
  }),
  examples: [
    { namespace: "CWAgent", level: "sendMetrics" },
    { logGroup: "/orders", level: "sendLogs" },
    { parameter: "AmazonCloudWatch-orders", level: "readConfiguration" },
    { level: "sendTraces" },
  ],
  neighbouringActions: ["logs:DeleteLogGroup", "cloudwatch:DeleteAlarms", "ssm:PutParameter"],
  dataEvents: ["cloudwatch:PutMetricData", "logs:PutLogEvents", "xray:PutTraceSegments"],
});
