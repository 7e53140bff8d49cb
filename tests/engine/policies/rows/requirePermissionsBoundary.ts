import { ec2Trust } from "./documents.ts";
import type { PolicyRows, Row } from "./row.ts";

const policy = "require-permissions-boundary";
const arn = (name: string) => `arn:aws:iam::111122223333:policy/${name}`;

const role = (permissionsBoundary?: string) => ({
  type: "aws:iam/role:Role",
  name: "role",
  inputs: { assumeRolePolicy: JSON.stringify(ec2Trust), permissionsBoundary },
});
const user = (permissionsBoundary?: string) => ({
  type: "aws:iam/user:User",
  name: "user",
  inputs: { permissionsBoundary },
});

const required: Row["settings"] = { packConfig: { [policy]: { required: true, allowed: ["limit"] } } };

export const requirePermissionsBoundary: PolicyRows = {
  policy,
  rows: [
    { name: "passes a role and a user without one where none is demanded", resources: [role(), user()] },
    {
      name: "denies a role and a user without one where one is demanded",
      resources: [role(), user()],
      finds: [
        [policy, "mandatory", "role"],
        [policy, "mandatory", "user"],
      ],
      settings: required,
    },
    {
      name: "denies a boundary that is not among the allowed ones",
      resources: [role(arn("other"))],
      finds: [[policy, "mandatory", "role"]],
      settings: required,
    },
    {
      name: "passes an allowed boundary",
      resources: [role(arn("limit")), user(arn("limit"))],
      settings: required,
    },
  ],
};
