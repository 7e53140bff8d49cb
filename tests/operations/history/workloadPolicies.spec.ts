import assert from "node:assert/strict";
import { policyArnsOf } from "../../../operations/history/workloadPolicies.ts";

const outputs = (policyArns: readonly string[]) => ({
  "orders-api": {
    roleName: "role",
    roleArn: "arn",
    instanceProfileName: "profile",
    instanceProfileArn: "arn",
    policyArns,
  },
});

const cases = [
  [
    "orders-apy",
    outputs(["arn"]),
    'no workload "orders-apy" in stack "dev"; did you mean "orders-api"?; workloads are orders-api',
  ],
  ["constructor", outputs(["arn"]), 'no workload "constructor" in stack "dev"; workloads are orders-api'],
  ["orders-api", {}, 'stack "dev" is not deployed: run "pulumi up --stack dev"'],
  [
    "orders-api",
    outputs([]),
    '"orders-api" has no policy of its own: all its rights come from managedPolicies',
  ],
] as const;

describe("the policies of a workload", () => {
  it("are those that its stack exports", () => {
    assert.deepEqual(policyArnsOf(outputs(["arn"]), "dev", "orders-api"), ["arn"]);
  });

  for (const [workload, held, message] of cases) {
    it(`are not found: ${message}`, () => {
      assert.throws(() => policyArnsOf(held, "dev", workload), { message });
    });
  }
});
