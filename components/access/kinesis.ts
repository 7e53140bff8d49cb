import { looksLikeArn, regionalArn } from "../../iam/arn.ts";
import { allow } from "../../iam/statement.ts";
import { readWriteLevels, resource, service } from "./service.ts";

/** Consumers and producers look whether the stream is active, and which shards it has. */
const FIND_SHARDS = ["kinesis:DescribeStreamSummary", "kinesis:ListShards"];

const READ = ["kinesis:DescribeStream", "kinesis:GetShardIterator", "kinesis:GetRecords"];

/** Of a consumer with throughput of its own, which somebody has to register: that changes the stream. */
const READ_AS_CONSUMER = ["kinesis:SubscribeToShard"];

const WRITE = ["kinesis:PutRecord", "kinesis:PutRecords"];

/**
 * Records of one data stream. The Kinesis Client Library also needs a DynamoDB table and CloudWatch metrics, which are
 * grants of their own.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html
 */
export const kinesis = service({
  description: { english: "Records of a data stream.", korean: "데이터 스트림의 레코드" },
  fields: {
    stream: resource({
      description: "The stream.",
      noun: "a stream name",
      name: /[\w.-]{1,128}/,
      arn: ["kinesis", /stream\/[\w.-]+/],
      examples: ["orders", "arn:aws:kinesis:eu-central-1:111122223333:stream/orders"],
    }),
  },
  levels: readWriteLevels,
  examples: [{ stream: "orders", level: "write" }],
  statements({ stream, level }, target) {
    const streamArn = looksLikeArn(stream) ? stream : regionalArn(target, "kinesis", `stream/${stream}`);
    // The ARN of a consumer ends in the time at which it was registered.
    const subscribe = allow(READ_AS_CONSUMER, [`${streamArn}/consumer/*:*`]);
    switch (level) {
      case "read":
        return [allow([...FIND_SHARDS, ...READ], [streamArn]), subscribe];
      case "write":
        return [allow([...FIND_SHARDS, ...WRITE], [streamArn])];
      case "readWrite":
        return [allow([...FIND_SHARDS, ...READ, ...WRITE], [streamArn]), subscribe];
    }
  },
  neighbouringActions: ["kinesis:SplitShard", "kinesis:DeleteStream"],
  dataEvents: WRITE,
});
