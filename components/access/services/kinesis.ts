import { service } from "../service.ts";

/** Consumers and producers look whether the stream is active, and which shards it has. */
const FIND_SHARDS = ["kinesis:DescribeStreamSummary", "kinesis:ListShards"];

/** The ARN of a consumer ends in the time at which it was registered. */
const CONSUMERS = "{stream}/consumer/*:*";

const WRITE = ["kinesis:PutRecord", "kinesis:PutRecords"];

/**
 * Records of data streams. The Kinesis Client Library also needs DynamoDB tables and CloudWatch metrics, which are
 * grants of their own. A consumer with throughput of its own costs money, so that `registerConsumer` is a word of its own.
 *
 * @see https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html
 * @see https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
 * @see https://docs.aws.amazon.com/streams/latest/dev/kcl-iam-permissions.html
 */
export const kinesis = service({
  description: { english: "Records of a data stream.", korean: "데이터 스트림의 레코드" },
  resources: {
    stream: {
      description: "The stream.",
      noun: "a stream name",
      name: /[\w.-]{1,128}/,
      arn: "kinesis:{region}:{account}:stream/{name}",
      example: "orders",
    },
  },
  via: "kinesis",
  levels: {
    read: [
      [FIND_SHARDS, "{stream}"],
      [["kinesis:DescribeStream", "kinesis:GetShardIterator", "kinesis:GetRecords"], "{stream}"],
      // Of a consumer with throughput of its own, which somebody has to register: that changes the stream.
      [["kinesis:SubscribeToShard"], CONSUMERS],
      [["kms:Decrypt"], "{key}"],
    ],
    write: [
      [FIND_SHARDS, "{stream}"],
      [WRITE, "{stream}"],
      [["kms:GenerateDataKey"], "{key}"],
    ],
    readWrite: ["read", "write"],
    registerConsumer: [
      [["kinesis:RegisterStreamConsumer"], "{stream}"],
      [["kinesis:DescribeStreamConsumer"], CONSUMERS],
    ],
  },
  examples: [{ stream: "orders", level: "write" }],
  neighbouringActions: ["kinesis:SplitShard", "kinesis:DeleteStream"],
  dataEvents: WRITE,
});
