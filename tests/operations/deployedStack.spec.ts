import assert from "node:assert/strict";
import { environmentCaller } from "../../components/credentials/caller.ts";
import { rawConfigOf, stackCaller, targetOf } from "../../operations/deployedStack.ts";
import { isLoopback } from "../../commandLine/loopback.ts";

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

describe("the caller of a deployed stack", () => {
  const roleArn = "arn:aws:iam::111122223333:role/deploy";

  it("is whom its configuration names, and else whoever the environment says", async () => {
    const values = { "aws:profile": "acme", "aws:assumeRoles": [{ roleArn }] };
    const { roles, ...caller } = await stackCaller({ values });
    assert.deepEqual(
      [{ ...caller, roles: roles.map(({ RoleArn }) => RoleArn) }, await stackCaller({ values: {} })],
      [{ profile: "acme", stsRegion: undefined, roles: [roleArn] }, environmentCaller],
    );
  });

  const mistakes = [
    ["shown", [], 'got "deploy"'],
    ["not shown where it is secret", ["aws:assumeRoles"], "got a secret value"],
  ] as const;
  for (const [how, secretKeys, got] of mistakes) {
    it(`is refused where it is wrong, and the value is ${how}`, async () => {
      await assert.rejects(
        stackCaller({ values: { "aws:assumeRoles": [{ roleArn: "deploy" }] }, secretKeys }),
        {
          name: "Failure",
          message: `The stack configuration has 1 error:\n  aws:assumeRoles[0].roleArn: ${got}, want the ARN of a role, such as ${roleArn}`,
        },
      );
    });
  }
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
