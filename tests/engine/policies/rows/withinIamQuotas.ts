import { document, ec2Trust } from "./documents.ts";
import type { PolicyRows, Row } from "./row.ts";

const policy = "within-iam-quotas";

const longDocument = (characters: number) =>
  JSON.stringify(
    document({ Action: "s3:GetObject", Resource: `arn:aws:s3:::orders/${"x".repeat(characters)}` }),
  );
const resource = (type: string, inputs: Readonly<Record<string, unknown>>) => [{ type, name: "it", inputs }];
const role = (inputs: Readonly<Record<string, unknown>>) =>
  resource("aws:iam/role:Role", { assumeRolePolicy: JSON.stringify(ec2Trust), ...inputs });
const managed = (count: number) =>
  Array.from({ length: count }, (_, index) => `arn:aws:iam::111122223333:policy/own-${index}`);
const denied: Row["finds"] = [[policy, "mandatory", "it"]];

export const withinIamQuotas: PolicyRows = {
  policy,
  rows: [
    {
      name: "denies a managed policy of more than 6,144 characters",
      resources: resource("aws:iam/policy:Policy", { policy: longDocument(6200) }),
      finds: denied,
    },
    {
      name: "passes a managed policy of some characters less",
      resources: resource("aws:iam/policy:Policy", { policy: longDocument(5900) }),
    },
    {
      name: "denies a role name of more than 64 characters",
      resources: role({ name: "n".repeat(65) }),
      finds: denied,
    },
    { name: "passes a role name of 64 characters", resources: role({ name: "n".repeat(64) }) },
    {
      name: "denies more managed policies than an account allows by default",
      resources: role({ managedPolicyArns: managed(11) }),
      finds: denied,
    },
    { name: "passes as many as an account allows", resources: role({ managedPolicyArns: managed(10) }) },
  ],
};
