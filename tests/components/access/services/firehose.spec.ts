import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "puts records",
    entry: { firehose: { stream: "orders", level: "put" } },
    gives: [
      allow(
        ["firehose:PutRecord", "firehose:PutRecordBatch"],
        [`arn:aws:firehose:${place}:deliverystream/orders`],
      ),
    ],
  },
  {
    name: "describes the stream",
    entry: { firehose: { stream: "orders", level: "describe" } },
    gives: [allow(["firehose:DescribeDeliveryStream"], [`arn:aws:firehose:${place}:deliverystream/orders`])],
  },
];

testAccess("firehose", cases);
