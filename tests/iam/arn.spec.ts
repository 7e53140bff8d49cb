import assert from "node:assert/strict";
import { parseArn, partitionOfRegion } from "../../iam/arn.ts";
import { managedPolicyArn, permissionsBoundaryArn } from "../../components/permissions/managedPolicies.ts";
import { target } from "../components/stackFixture.ts";

describe("ARNs", () => {
  it("are read with the colons of their resource", () => {
    assert.deepEqual(parseArn("arn:aws:logs:eu-central-1:111122223333:log-group:/a:*"), {
      partition: "aws",
      service: "logs",
      region: "eu-central-1",
      account: "111122223333",
      resource: "log-group:/a:*",
    });
  });

  it("may have wildcards, no region and no account", () => {
    for (const arn of [
      "arn:aws:s3:::a/*",
      "arn:*:iam::*:role/x",
      "arn:aws:iam::aws:policy/X",
      "arn:aws:sqs:*:*:q",
    ]) {
      assert.notEqual(parseArn(arn), undefined, arn);
    }
  });

  for (const text of [
    "orders",
    "arn:aws:s3",
    "arn:aws:s3:::",
    "arn::s3:::a",
    "arn:aws:s3::12:a",
    "ARN:aws:s3:::a",
  ]) {
    it(`are not ${text}`, () => {
      assert.equal(parseArn(text), undefined);
    });
  }

  it("belong to the partition of their region", () => {
    const regions = [
      "eu-central-1",
      "cn-north-1",
      "us-gov-west-1",
      "us-iso-east-1",
      "us-isob-east-1",
      "us-east-1",
    ];
    assert.deepEqual(regions.map(partitionOfRegion), [
      "aws",
      "aws-cn",
      "aws-us-gov",
      "aws-iso",
      "aws-iso-b",
      "aws",
    ]);
  });
});

describe("policy ARNs", () => {
  for (const [entry, arn] of [
    ["ReadOnlyAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"],
    ["service-role/AmazonEC2RoleforSSM", "arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM"],
    ["account:team/Audit", "arn:aws:iam::111122223333:policy/team/Audit"],
    ["arn:aws:iam::444455556666:policy/Audit", "arn:aws:iam::444455556666:policy/Audit"],
  ] as const) {
    it(`of the managed policy ${entry} is ${arn}`, () => {
      assert.equal(managedPolicyArn(entry, target), arn);
    });
  }

  it("of a boundary belong to the account when it is a bare name", () => {
    assert.deepEqual(
      ["boundary", "arn:aws:iam::aws:policy/PowerUserAccess"].map((entry) =>
        permissionsBoundaryArn(entry, target),
      ),
      ["arn:aws:iam::111122223333:policy/boundary", "arn:aws:iam::aws:policy/PowerUserAccess"],
    );
  });
});
