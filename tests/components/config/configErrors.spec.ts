import assert from "node:assert/strict";
import { formatErrors } from "../../../components/config/configError.ts";
import { checkedStack, stackOf, target } from "../stackFixture.ts";
import { stating } from "./errors/errorCase.ts";

describe("config errors", () => {
  it("of one field hide none of another field or workload", async () => {
    const { errors } = await checkedStack({
      values: stackOf({
        values: {
          "instance-profiles:environment": "Dev",
          "instance-profiles:workloads": {
            orders: {
              maxSessionHours: 0,
              access: [{ sqs: { queue: "a", level: "send" } }, { sqs: { queue: "a", level: "send" } }],
            },
            reports: stating({ actions: ["s3:Nothing"] }),
          },
        },
      }),
    });
    assert.deepEqual(errors, [
      'environment: got "Dev", want a name such as dev',
      "workloads.orders.maxSessionHours: got 0, want a whole number from 1 to 12 hours",
      'workloads.reports.statements[0].actions[0]: got "s3:Nothing", want an action of s3',
      "workloads.orders.access[1]: access[0] already grants this; remove one",
    ]);
  });

  it("are one message with every error once", () => {
    const error = { path: ["workloads", "orders"], problem: "got null, want a map" };
    assert.equal(
      formatErrors([error, { path: ["environment"], problem: "missing, want a name such as dev" }, error]),
      [
        "The stack configuration has 2 errors:",
        "  workloads.orders: got null, want a map",
        "  environment: missing, want a name such as dev",
      ].join("\n"),
    );
  });

  it("stay one block each, where one has several lines", () => {
    assert.equal(
      formatErrors([{ path: ["a"], problem: "unknown key; such as\n  statements:\n    - b" }]),
      "The stack configuration has 1 error:\n  a: unknown key; such as\n    statements:\n      - b",
    );
  });

  it("name the partition of the region that is deployed to", async () => {
    const china = { ...target, region: "cn-north-1", partition: "aws-cn" };
    const workload = { access: [{ s3: { bucket: "arn:aws:s3:::orders", level: "read" } }] };
    assert.deepEqual((await checkedStack({ values: stackOf({ workload }) }, china)).errors, [
      'workloads.orders.access[0].s3.bucket: got "arn:aws:s3:::orders", want an ARN of partition aws-cn, the one of region cn-north-1',
    ]);
  });
});
