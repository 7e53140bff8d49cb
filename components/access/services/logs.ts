import { arnsOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const logGroup: ResourceField = {
  description: "The log group.",
  noun: "a log group name",
  name: /[\w./#-]{1,512}/,
  arn: "logs:{region}:{account}:log-group:{name}",
  arnResource: /log-group:[\w./#-]+(?::\*)?/,
  example: "/orders",
};

/** The agent and most appenders look for their stream before they write to it. */
const FIND_STREAMS = ["logs:DescribeLogStreams"];

/**
 * Events of log groups. Only `create` makes a group and sets how long it keeps events; no word deletes one.
 *
 * Actions on a group are judged on an ARN with a trailing `:*`, actions on a stream on the stream.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/permissions-reference-cwl.html
 */
export const logs = service({
  description: { english: "A log group of CloudWatch Logs.", korean: "CloudWatch Logs의 로그 그룹" },
  resources: { logGroup },
  levels: {
    read: [
      [[...FIND_STREAMS, "logs:FilterLogEvents"], "{group}:*"],
      [["logs:GetLogEvents"], "{group}:log-stream:*"],
    ],
    write: [
      [FIND_STREAMS, "{group}:*"],
      [["logs:CreateLogStream", "logs:PutLogEvents"], "{group}:log-stream:*"],
    ],
    readWrite: ["read", "write"],
    create: [[["logs:CreateLogGroup", "logs:PutRetentionPolicy"], "{group}:*"]],
    createWrite: ["create", "write"],
  },
  derived: (grant, target) => ({
    group: arnsOf(logGroup, grant.logGroup, target).map((arn) => arn.replace(/:\*$/, "")),
  }),
  examples: [{ logGroup: "/orders", level: "write" }],
  neighbouringActions: ["logs:DeleteLogGroup", "logs:DeleteRetentionPolicy"],
  dataEvents: ["logs:PutLogEvents"],
});
