import type { Resource } from "../crossguard/resource.ts";
import type { Grant } from "./identityGrants.ts";

/** Where each type of role holds its trust policy. */
export const trustPaths: Readonly<Record<string, string>> = {
  "aws:iam/role:Role": "assumeRolePolicy",
  "aws-native:iam:Role": "assumeRolePolicyDocument",
};

/** The trust policy of a role, an unknown one included. */
export function trustPolicy({ type, inputs }: Resource): Grant | undefined {
  const at = trustPaths[type];
  const value = at === undefined ? undefined : inputs[at];
  return at === undefined || value === undefined || value === null ? undefined : { at, value };
}
