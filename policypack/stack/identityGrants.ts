import type { Resource } from "../crossguard/resource.ts";
import { type PlacedValue, valuesAt } from "./valuesAt.ts";

/** A value that grants permissions to an identity, with its path. */
export type Grant = PlacedValue;

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

/** Every type that holds identity policy documents. */
export const documentTypes: ReadonlySet<string> = new Set(Object.keys(documentPaths));

/** Whether a type is nothing without its document; a role has rights without an inline policy too. */
export function mustHoldDocument(type: string): boolean {
  return documentPaths[type]?.every((path) => /^policy(?:Document)?$/.test(path)) ?? false;
}

/** The identity policy documents of a resource, unknown ones included. */
export function identityDocuments({ type, inputs }: Resource): Grant[] {
  return (documentPaths[type] ?? []).flatMap((path) => valuesAt(inputs, path));
}

/** The ARNs of managed policies that a resource attaches, unknown ones included. */
export function attachedPolicies({ type, inputs }: Resource): Grant[] {
  return (attachmentPaths[type] ?? []).flatMap((path) => valuesAt(inputs, path));
}
