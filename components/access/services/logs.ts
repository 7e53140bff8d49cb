import { looksLikeArn, regionalArn } from "../../../iam/arn.ts";
import { allow } from "../../../iam/statement.ts";
import { readWriteLevels, resource, service } from "../service.ts";

/** The agent and most appenders look for their stream before they write to it. */
const FIND_STREAMS = ["logs:DescribeLogStreams"];

const READ_GROUP = ["logs:FilterLogEvents"];

const READ_STREAMS = ["logs:GetLogEvents"];

const WRITE_STREAMS = ["logs:CreateLogStream", "logs:PutLogEvents"];

/**
 * Events of one log group. The group itself is not created: its retention and key are not a workload's to decide.
 *
 * Actions on a group are judged on an ARN with a trailing `:*`, actions on a stream on the stream.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 */
export const logs = service({
  description: { english: "A log group of CloudWatch Logs.", korean: "CloudWatch Logs의 로그 그룹" },
  fields: {
    logGroup: resource({
      description: "The log group.",
      noun: "a log group name",
      name: /[\w./#-]{1,512}/,
      arn: ["logs", /log-group:[\w./#-]+(:\*)?/],
      examples: ["/orders", "arn:aws:logs:eu-central-1:111122223333:log-group:/orders"],
    }),
  },
  levels: readWriteLevels,
  examples: [{ logGroup: "/orders", level: "write" }],
  statements({ logGroup, level }, target) {
    const group = looksLikeArn(logGroup)
      ? logGroup.replace(/:\*$/, "")
      : regionalArn(target, "logs", `log-group:${logGroup}`);
    const inGroup = [`${group}:*`];
    const inStreams = [`${group}:log-stream:*`];
    switch (level) {
      case "read":
        return [allow([...FIND_STREAMS, ...READ_GROUP], inGroup), allow(READ_STREAMS, inStreams)];
      case "write":
        return [allow(FIND_STREAMS, inGroup), allow(WRITE_STREAMS, inStreams)];
      case "readWrite":
        return [
          allow([...FIND_STREAMS, ...READ_GROUP], inGroup),
          allow([...READ_STREAMS, ...WRITE_STREAMS], inStreams),
        ];
    }
  },
  neighbouringActions: ["logs:DeleteLogGroup"],
  dataEvents: ["logs:PutLogEvents"],
});
