import { output } from "../../../../testing/tableResources.ts";
import { document, ec2Trust } from "./documents.ts";
import type { PolicyRows } from "./row.ts";

const policy = "require-ec2-only-trust";
const trust = (principal: unknown, more: object = {}) => ({
  assumeRolePolicy: JSON.stringify(document({ Action: "sts:AssumeRole", Principal: principal, ...more })),
});
const role = (inputs: Readonly<Record<string, unknown>>) => ({
  type: "aws:iam/role:Role",
  name: "it",
  inputs,
});
const profile = {
  type: "aws:iam/instanceProfile:InstanceProfile",
  name: "profile",
  inputs: { role: output("it", "id") },
};
const account = "arn:aws:iam::444455556666:root";

export const requireEc2OnlyTrust: PolicyRows = {
  policy,
  rows: [
    {
      name: "denies another account beside EC2",
      resources: [role(trust({ Service: "ec2.amazonaws.com", AWS: account }))],
      finds: [[policy, "mandatory", "it"]],
    },
    {
      name: "denies everyone",
      resources: [role(trust("*"))],
      finds: [[policy, "mandatory", "it"]],
    },
    {
      name: "denies the role of a profile that EC2 cannot assume",
      resources: [role(trust({ Service: "lambda.amazonaws.com" })), profile],
      finds: [[policy, "mandatory", "it"]],
    },
    { name: "passes EC2 alone", resources: [role({ assumeRolePolicy: JSON.stringify(ec2Trust) }), profile] },
    { name: "passes a role that is for no instance", resources: [role(trust({ AWS: account }))] },
  ],
};
