import assert from "node:assert/strict";
import { checkedStack, stackOf, target } from "../stackFixture.ts";

const china = {
  ...target,
  account: "444455556666",
  region: "cn-north-1",
  partition: "aws-cn",
  stack: "live",
};

async function statementsOf(workload: Readonly<Record<string, unknown>>) {
  const values = { "instance-profiles:environment": "prod" };
  const { errors, workloads } = await checkedStack({ values: stackOf({ workload, values }) }, china);
  assert.deepEqual(errors, []);
  return workloads.flatMap(({ statements }) => statements);
}

describe("placeholders", () => {
  it("are filled in names, ARNs and lists of access, and in every other text of it", async () => {
    const statements = await statementsOf({
      access: [
        { s3: { bucket: "{environment}-orders-{account}", prefix: "{stack}/", level: "write" } },
        { dynamodb: { table: "arn:{partition}:dynamodb:{region}:{account}:table/{stack}", level: "read" } },
        { kinesis: { stream: ["{environment}-a", "b-{region}"], key: "alias/{stack}", level: "write" } },
        { cloudwatch: { namespace: "{environment}/Orders", level: "write" } },
      ],
    });
    const [objects, table, , streams, key, metrics] = statements;
    assert.deepEqual(
      [objects?.Resource, table?.Resource, streams?.Resource, key?.Condition, metrics?.Condition],
      [
        ["arn:aws-cn:s3:::prod-orders-444455556666/live/*"],
        ["arn:aws-cn:dynamodb:cn-north-1:444455556666:table/live"],
        ["prod-a", "b-cn-north-1"].map((name) => `arn:aws-cn:kinesis:cn-north-1:444455556666:stream/${name}`),
        {
          StringEquals: { "kms:ViaService": ["kinesis.cn-north-1.amazonaws.com"] },
          "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/live"] },
        },
        { StringEquals: { "cloudwatch:namespace": ["prod/Orders"] } },
      ],
    );
  });

  it("are filled in resources and values of conditions of statements, beside IAM's own variables", async () => {
    const statements = await statementsOf({
      statements: [
        {
          actions: ["s3:GetObject"],
          resources: ["arn:{partition}:s3:::{environment}-orders/${aws:PrincipalTag/team}/${account}/*"],
          conditions: {
            StringEquals: { "aws:SourceAccount": ["{account}", "1"], "aws:RequestedRegion": "{region}" },
          },
        },
      ],
    });
    assert.deepEqual(statements, [
      {
        Effect: "Allow",
        Action: ["s3:GetObject"],
        Resource: ["arn:aws-cn:s3:::prod-orders/${aws:PrincipalTag/team}/${account}/*"],
        Condition: {
          StringEquals: { "aws:SourceAccount": ["444455556666", "1"], "aws:RequestedRegion": ["cn-north-1"] },
        },
      },
    ]);
  });

  it("tell a grant that another has in other words", async () => {
    const access = ["dev-orders", "{environment}-orders"].map((bucket) => ({
      s3: { bucket, level: "read" },
    }));
    const { errors } = await checkedStack({ values: stackOf({ workload: { access } }) });
    assert.deepEqual(errors, ["workloads.orders.access[1]: access[0] already grants this; remove one"]);
  });

  it("are judged again when they are filled", async () => {
    const values = stackOf({
      workload: {
        access: [
          { s3: { bucket: "{stack}-orders", level: "read" } },
          { s3: { bucket: `a-{stack}-${"a".repeat(53)}`, level: "read" } },
          { sqs: { queue: "{stack}-orders", level: "send" } },
        ],
        statements: [{ actions: ["sqs:SendMessage"], resources: ["arn:aws:sqs:{stack}:{account}:orders"] }],
      },
    });
    const at = "workloads.orders";
    const want = "a bucket name or an ARN like arn:aws:s3:::orders";
    const { errors } = await checkedStack({ values }, { ...target, stack: "Live_1" });
    assert.deepEqual(errors, [
      `${at}.access[0].s3.bucket: got "Live_1-orders", want ${want}`,
      `${at}.access[1].s3.bucket: got "a-Live_1-${"a".repeat(53)}", want ${want}`,
      `${at}.statements[0].resources[0]: got "arn:aws:sqs:Live_1:111122223333:orders", want "*" or an ARN, such as arn:aws:s3:::orders/*`,
    ]);
    const longer = { ...target, stack: "a-longer-name" };
    assert.deepEqual((await checkedStack({ values }, longer)).errors, [
      `${at}.access[1].s3.bucket: got "a-a-longer-name-${"a".repeat(53)}", want ${want}`,
    ]);
  });

  it("show no value of a stack with secrets", async () => {
    const values = stackOf({
      workload: {
        access: [
          { s3: { bucket: "{acount}-x", level: "read" } },
          { s3: { bucket: "{stack}-x", level: "read" } },
        ],
      },
    });
    const raw = { values, secretKeys: ["instance-profiles:workloads"], written: values };
    assert.deepEqual((await checkedStack(raw, { ...target, stack: "Live" })).errors, [
      "workloads.orders.access[0].s3.bucket: got a secret value, want only the placeholders {account}, {region}, {partition}, {environment}, {stack}",
    ]);
    const right = stackOf({ workload: { access: [{ s3: { bucket: "{stack}-x", level: "read" } }] } });
    assert.deepEqual((await checkedStack({ ...raw, values: right }, { ...target, stack: "Live" })).errors, [
      "workloads.orders.access[0].s3.bucket: got a secret value, want a bucket name or an ARN like arn:aws:s3:::orders",
    ]);
  });
});
