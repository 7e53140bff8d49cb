import assert from "node:assert/strict";
import { ec2TrustPolicy } from "../../../components/permissions/trustPolicy.ts";

describe("trust policy", () => {
  for (const [partition, service] of [
    ["aws", "ec2.amazonaws.com"],
    ["aws-us-gov", "ec2.amazonaws.com"],
    ["aws-cn", "ec2.amazonaws.com.cn"],
  ] as const) {
    it(`lets only ${service} take the role in ${partition}`, () => {
      assert.deepEqual(JSON.parse(ec2TrustPolicy(partition)), {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
      });
    });
  }
});
