import type { AccessGrants } from "../config/accessSchema.ts";
import { looksLikeArn, regionalArn, type Target } from "../../iam/arn.ts";
import { allow, type Statement } from "../../iam/statement.ts";

/** The agent and most appenders look for their stream before they write to it. */
const FIND_STREAMS = ["logs:DescribeLogStreams"];

/**
 * Events of one log group. The group itself is not created: its retention and key are not a workload's to decide.
 *
 * Actions on a group are judged on an ARN with a trailing `:*`, actions on a stream on the stream.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 */
export function logsStatements({ logGroup, level }: AccessGrants["logs"], target: Target): Statement[] {
  const group = looksLikeArn(logGroup)
    ? logGroup.replace(/:\*$/, "")
    : regionalArn(target, "logs", `log-group:${logGroup}`);
  const inGroup = [`${group}:*`];
  const inStreams = [`${group}:log-stream:*`];
  const readStreams = ["logs:GetLogEvents"];
  const readGroup = ["logs:FilterLogEvents"];
  const writeStreams = ["logs:CreateLogStream", "logs:PutLogEvents"];
  switch (level) {
    case "read":
      return [allow([...FIND_STREAMS, ...readGroup], inGroup), allow(readStreams, inStreams)];
    case "write":
      return [allow(FIND_STREAMS, inGroup), allow(writeStreams, inStreams)];
    case "readWrite":
      return [
        allow([...FIND_STREAMS, ...readGroup], inGroup),
        allow([...readStreams, ...writeStreams], inStreams),
      ];
  }
}
