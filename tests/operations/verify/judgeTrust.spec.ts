import assert from "node:assert/strict";
import { ec2TrustPolicy } from "../../../components/permissions/trustPolicy.ts";
import { judgeTrust } from "../../../operations/verify/judgeTrust.ts";

const trust = (...statements: readonly object[]) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map((one) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...one })),
  });
const Service = "ec2.amazonaws.com";
const ec2 = { Principal: { Service } };
const root = "arn:aws:iam::666666666666:root";

const rows: readonly (readonly [name: string, inForce: string, got: string | undefined])[] = [
  ["nothing where it is the same", ec2TrustPolicy("aws"), undefined],
  ["nothing in white space", JSON.stringify(JSON.parse(ec2TrustPolicy("aws")), null, 2), undefined],
  ["another account", trust(ec2, { Principal: { AWS: root } }), `lets in AWS ${root}`],
  [
    "another account under a condition",
    trust(ec2, { Principal: { AWS: root }, Condition: { StringEquals: { "sts:ExternalId": "1" } } }),
    `lets in AWS ${root} under a condition`,
  ],
  [
    "two services in place of EC2",
    trust({ Principal: { Service: ["lambda.amazonaws.com", "ecs-tasks.amazonaws.com"] } }),
    "lets in Service lambda.amazonaws.com and Service ecs-tasks.amazonaws.com, no longer lets in EC2",
  ],
  ["everyone", trust(ec2, { Principal: { AWS: "*" } }), "lets in everyone"],
  ["everyone but some", trust(ec2, { NotPrincipal: { AWS: root } }), "lets in everyone but some"],
  [
    "a condition for EC2",
    trust({ ...ec2, Condition: { StringEquals: { "aws:SourceAccount": "1" } } }),
    "lets in EC2 under a condition, no longer lets in EC2",
  ],
  [
    "another action",
    trust({ ...ec2, Action: ["sts:AssumeRole", "sts:TagSession"] }),
    "lets in the same, by another document",
  ],
  ["a Deny", trust(ec2, { Effect: "Deny", ...ec2 }), "lets in the same, by another document"],
  ["a document that cannot be read", "{", "no longer lets in EC2"],
];

describe("the verdict on a trust policy", () => {
  for (const [name, inForce, got] of rows)
    it(`finds ${name}`, () => {
      assert.deepEqual(
        judgeTrust(ec2TrustPolicy("aws"), inForce).map((finding) => finding.got),
        got === undefined ? [] : [got],
      );
    });
});
