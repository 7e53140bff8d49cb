import type { Resource } from "../crossguard/resource.ts";
import { documentAt, type ResourceDocument } from "./documents.ts";

/** Where each type of role holds its trust policy. */
export const trustPaths: Readonly<Record<string, string>> = {
  "aws:iam/role:Role": "assumeRolePolicy",
  "aws-native:iam:Role": "assumeRolePolicyDocument",
};

/** The trust policy of a role, an unknown one included. */
export function trustPolicy(resource: Resource): ResourceDocument | undefined {
  const at = trustPaths[resource.type];
  const value = at === undefined ? undefined : resource.inputs[at];
  if (at === undefined || value === undefined || value === null) return undefined;
  return { at, value, document: documentAt(resource, { at, value }) };
}
