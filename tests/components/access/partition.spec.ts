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
