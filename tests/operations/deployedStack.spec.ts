import assert from "node:assert/strict";
import { rawConfigOf, targetOf } from "../../operations/deployedStack";
import { isLoopback } from "../../commandLine/loopback";

const outputs = {
  orders: {
    roleName: "orders",
    roleArn: "arn:aws:iam::111122223333:role/shop/dev/orders",
    instanceProfileName: "orders",
    instanceProfileArn: "arn:aws:iam::111122223333:instance-profile/shop/dev/orders",
  },
};

describe("a deployed stack", () => {
  it("is configured by plain texts, by objects, and by secrets, whose keys are remembered", () => {
    assert.deepEqual(
      rawConfigOf({
        "aws:region": { value: "eu-central-1", secret: false },
        "instance-profiles:tags": { value: '{"a":"b"}', objectValue: { a: "b" }, secret: true },
      }),
      {
        values: { "aws:region": "eu-central-1", "instance-profiles:tags": { a: "b" } },
        secretKeys: ["instance-profiles:tags"],
      },
    );
  });

  it("is in the account of its roles, and in the region of its file before that of the environment", () => {
    const account = "111122223333";
    assert.deepEqual(
      [
        targetOf(outputs, { values: { "aws:region": "cn-north-1" } }, { AWS_REGION: "eu-west-1" }),
        targetOf(outputs, { values: {} }, { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "us-east-1" }),
        targetOf(outputs, { values: {} }, { AWS_DEFAULT_REGION: "us-gov-west-1" }),
      ],
      [
        { account, region: "cn-north-1", partition: "aws-cn" },
        { account, region: "eu-west-1", partition: "aws" },
        { account, region: "us-gov-west-1", partition: "aws-us-gov" },
      ],
    );
    assert.throws(
      () => targetOf(outputs, { values: {} }, {}),
      /^Failure: no region: set aws:region in the stack file, or AWS_REGION$/,
    );
  });
});

describe("an endpoint", () => {
  const endpoints: readonly (readonly [string | undefined, boolean])[] = [
    [undefined, false],
    ["", false],
    ["http://127.0.0.1:4566", true],
    ["http://localhost:4566", true],
    ["http://[::1]:4566", true],
    ["https://sts.amazonaws.com", false],
    ["http://localhost.example.com", false],
    ["http://127.0.0.1.example.com", false],
  ];
  for (const [endpoint, loopback] of endpoints)
    it(`${endpoint ?? "that is not given"} is ${loopback ? "" : "not "}on this machine`, () => {
      assert.equal(isLoopback(endpoint), loopback);
    });
});
