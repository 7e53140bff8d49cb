import type { Resource } from "../crossguard/resource.ts";

/** A value that grants permissions to an identity, with its path. */
export interface Grant {
  readonly at: string;
  readonly value: unknown;
}

/** Where each resource type holds identity policy documents; `[]` stands for each item of a list. */
const documentPaths: Readonly<Record<string, readonly string[]>> = {
  "aws:iam/policy:Policy": ["policy"],
  "aws:iam/rolePolicy:RolePolicy": ["policy"],
  "aws:iam/userPolicy:UserPolicy": ["policy"],
  "aws:iam/groupPolicy:GroupPolicy": ["policy"],
  "aws:iam/role:Role": ["inlinePolicies[].policy"],
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": ["inlinePolicy"],
  // Of the provider that is made from AWS Cloud Control.
  "aws-native:iam:Policy": ["policyDocument"],
  "aws-native:iam:ManagedPolicy": ["policyDocument"],
  "aws-native:iam:RolePolicy": ["policyDocument"],
  "aws-native:iam:UserPolicy": ["policyDocument"],
  "aws-native:iam:GroupPolicy": ["policyDocument"],
  "aws-native:iam:Role": ["policies[].policyDocument"],
  "aws-native:iam:User": ["policies[].policyDocument"],
  "aws-native:iam:Group": ["policies[].policyDocument"],
  "aws-native:sso:PermissionSet": ["inlinePolicy"],
};

/** Where each resource type attaches managed policies. A permissions boundary grants nothing and is not here. */
const attachmentPaths: Readonly<Record<string, readonly string[]>> = {
  "aws:iam/role:Role": ["managedPolicyArns[]"],
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": ["policyArn"],
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": ["policyArn"],
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": ["policyArn"],
  "aws:iam/policyAttachment:PolicyAttachment": ["policyArn"],
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": ["policyArns[]"],
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": ["policyArns[]"],
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": ["policyArns[]"],
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": ["managedPolicyArn"],
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": ["managedPolicyArns[]"],
  "aws-native:iam:Role": ["managedPolicyArns[]"],
  "aws-native:iam:User": ["managedPolicyArns[]"],
  "aws-native:iam:Group": ["managedPolicyArns[]"],
  "aws-native:sso:PermissionSet": ["managedPolicies[]"],
};

/** The identity policy documents of a resource, unknown ones included. */
export function identityDocuments({ type, inputs }: Resource): Grant[] {
  return (documentPaths[type] ?? []).flatMap((path) => valuesAt(inputs, path));
}

/** The ARNs of managed policies that a resource attaches, unknown ones included. */
export function attachedPolicies({ type, inputs }: Resource): Grant[] {
  return (attachmentPaths[type] ?? []).flatMap((path) => valuesAt(inputs, path));
}

/** The values that a path leads to. Where the way ends early (unknown, or no object) the last part is the value; what is unset is left out. */
function valuesAt(inputs: unknown, path: string): Grant[] {
  let grants: Grant[] = [{ at: "", value: inputs }];
  for (const step of path.match(/\w+|\[\]/g) ?? []) {
    grants = grants.flatMap((grant) => (step === "[]" ? itemsOf(grant) : propertyOf(grant, step)));
  }
  return grants;
}

function itemsOf({ at, value }: Grant): Grant[] {
  if (!Array.isArray(value)) return [{ at, value }];
  return value.map((item: unknown, index) => ({ at: `${at}[${index}]`, value: item }));
}

function propertyOf({ at, value }: Grant, name: string): Grant[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [{ at, value }];
  const next = (value as Readonly<Record<string, unknown>>)[name];
  if (next === undefined || next === null) return [];
  return [{ at: at === "" ? name : `${at}.${name}`, value: next }];
}
