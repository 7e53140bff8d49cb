import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "read finds the shards, gets their records, and subscribes as a consumer that is registered",
    entry: { kinesis: { stream: "orders", level: "read" } },
    gives: [
      allow(
        [
          ...["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:DescribeStream"],
          ...["kinesis:GetShardIterator", "kinesis:GetRecords"],
        ],
        [`arn:aws:kinesis:${place}:stream/orders`],
      ),
      allow(["kinesis:SubscribeToShard"], [`arn:aws:kinesis:${place}:stream/orders/consumer/*:*`]),
    ],
  },
  {
    name: "write finds the shards and puts records",
    entry: { kinesis: { stream: "orders", level: "write" } },
    gives: [
      allow(
        [
          ...["kinesis:DescribeStreamSummary", "kinesis:ListShards"],
          ...["kinesis:PutRecord", "kinesis:PutRecords"],
        ],
        [`arn:aws:kinesis:${place}:stream/orders`],
      ),
    ],
  },
  {
    name: "readWrite on a stream of another account keeps its ARN",
    entry: {
      kinesis: { stream: "arn:aws:kinesis:eu-west-1:444455556666:stream/orders", level: "readWrite" },
    },
    gives: [
      allow(
        [
          ...["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:DescribeStream"],
          ...["kinesis:GetShardIterator", "kinesis:GetRecords"],
          ...["kinesis:PutRecord", "kinesis:PutRecords"],
        ],
        ["arn:aws:kinesis:eu-west-1:444455556666:stream/orders"],
      ),
      allow(
        ["kinesis:SubscribeToShard"],
        ["arn:aws:kinesis:eu-west-1:444455556666:stream/orders/consumer/*:*"],
      ),
    ],
  },
  {
    name: "registerConsumer makes a consumer with throughput of its own, and waits for it",
    entry: { kinesis: { stream: "orders", level: "registerConsumer" } },
    gives: [
      allow(["kinesis:RegisterStreamConsumer"], [`arn:aws:kinesis:${place}:stream/orders`]),
      allow(["kinesis:DescribeStreamConsumer"], [`arn:aws:kinesis:${place}:stream/orders/consumer/*:*`]),
    ],
  },
];

testAccess("kinesis", cases);
