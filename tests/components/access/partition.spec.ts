import assert from "node:assert/strict";
import { accessStatements } from "../../../components/access/index.ts";

describe("access", () => {
  it("names resources in the partition, region and account of the target", () => {
    const china = { account: "444455556666", region: "cn-north-1", partition: "aws-cn" };
    assert.deepEqual(
      [
        ...accessStatements({ sqs: { queue: "orders", level: "send" } }, china),
        ...accessStatements({ s3: { bucket: "orders", level: "write" } }, china),
        ...accessStatements({ sts: { role: "reader", level: "assume" } }, china),
      ].flatMap((statement) => statement.Resource),
      [
        "arn:aws-cn:sqs:cn-north-1:444455556666:orders",
        "arn:aws-cn:s3:::orders/*",
        "arn:aws-cn:iam::444455556666:role/reader",
      ],
    );
  });

  it("uses a key through the service of the key's own region", () => {
    const key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const queue = "arn:aws:sqs:us-east-1:111122223333:orders";
    const here = { account: "111122223333", region: "eu-central-1", partition: "aws" };
    const [, useOfKey] = accessStatements({ sqs: { queue, key, level: "receive" } }, here);
    assert.deepEqual(useOfKey?.Condition, {
      StringEquals: { "kms:ViaService": ["sqs.us-east-1.amazonaws.com"] },
    });
  });

  it("knows services that use a key by the same name in every partition", () => {
    const china = { account: "444455556666", region: "cn-north-1", partition: "aws-cn" };
    const entry = { sqs: { queue: "orders", key: "alias/orders", level: "receive" } } as const;
    const [, useOfKey] = accessStatements(entry, china);
    assert.deepEqual(useOfKey?.Resource, ["arn:aws-cn:kms:cn-north-1:444455556666:key/*"]);
    assert.deepEqual(useOfKey.Condition?.["StringEquals"], {
      "kms:ViaService": ["sqs.cn-north-1.amazonaws.com"],
    });
  });
});
