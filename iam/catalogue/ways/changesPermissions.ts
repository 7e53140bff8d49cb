import { nobody } from "../../patterns/openTarget.ts";
import { reference, type WayToMoreRights } from "./way.ts";

const iam = reference("awsidentityandaccessmanagementiam");
const identityCenter = reference("awsiamidentitycenter");
const identityStore = reference("awsidentitystore");
const directory = reference("awsiamidentitycenterdirectory");
const rolesAnywhere = reference("awsidentityandaccessmanagementrolesanywhere");

const representatives = new Set([
  "iam:AttachRolePolicy",
  "iam:CreatePolicyVersion",
  "iam:CreateUser",
  "iam:PutRolePolicy",
]);

/** A new user, or a provider that no role trusts yet, has no rights: these are asked for and not refused. */
const withoutRights = new Set(["iam:CreateUser", "iam:CreateOpenIDConnectProvider"]);

/**
 * Actions by which somebody writes permissions, or says who has them. Where several match one pattern, messages name the
 * first. Each that writes is mandatory whatever resource it names: what it writes there is everything.
 */
export const changesPermissions: readonly WayToMoreRights[] = [
  ...all(iam, [
    "iam:AddUserToGroup",
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:CreatePolicyVersion",
    "iam:CreateUser",
    "iam:DeleteRolePermissionsBoundary",
    "iam:DeleteUserPermissionsBoundary",
    "iam:PutGroupPolicy",
    "iam:PutRolePermissionsBoundary",
    "iam:PutRolePolicy",
    "iam:PutUserPermissionsBoundary",
    "iam:PutUserPolicy",
    "iam:SetDefaultPolicyVersion",
    "iam:UpdateAssumeRolePolicy",
    // Whoever writes the key of an identity provider signs in as anybody whom its roles trust.
    "iam:AddClientIDToOpenIDConnectProvider",
    "iam:CreateOpenIDConnectProvider",
    "iam:CreateSAMLProvider",
    "iam:UpdateOpenIDConnectProviderThumbprint",
    "iam:UpdateSAMLProvider",
  ]),
  // Roles of a permission set are made in every account that it is assigned to.
  ...all(identityCenter, [
    "sso:AttachCustomerManagedPolicyReferenceToPermissionSet",
    "sso:AttachManagedPolicyToPermissionSet",
    "sso:CreateAccountAssignment",
    "sso:DeletePermissionsBoundaryFromPermissionSet",
    "sso:PutInlinePolicyToPermissionSet",
    "sso:PutPermissionsBoundaryToPermissionSet",
    "sso:PutPermissionsPolicy",
    "sso:CreateTrust",
    "sso:UpdateTrust",
    "sso:AssociateDirectory",
    "sso:AssociateProfile",
    // Which attributes of a user become the tags that policies ask for.
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/attributesforaccesscontrol.html
    "sso:CreateInstanceAccessControlAttributeConfiguration",
    "sso:UpdateInstanceAccessControlAttributeConfiguration",
  ]),
  ...all(identityStore, ["identitystore:CreateGroupMembership"]),
  ...all(directory, [
    "sso-directory:AddMemberToGroup",
    // With the token of automatic provisioning, whoever has it makes users and puts them into groups.
    // https://docs.aws.amazon.com/singlesignon/latest/userguide/provision-automatically.html
    "sso-directory:CreateBearerToken",
    "sso-directory:CreateExternalIdPConfigurationForDirectory",
    "sso-directory:EnableExternalIdPConfigurationForDirectory",
    "sso-directory:ImportExternalIdPCertificate",
    "sso-directory:UpdateExternalIdPConfigurationForDirectory",
  ]),
  // Roles that trust the service without naming an anchor are taken with a certificate of any.
  ...all(rolesAnywhere, [
    "rolesanywhere:CreateTrustAnchor",
    "rolesanywhere:EnableTrustAnchor",
    "rolesanywhere:UpdateTrustAnchor",
  ]),
  // Whoever takes a policy away takes away what it denies, if it denies anything.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html
  ...withdraws("role", ["iam:DeleteRolePolicy", "iam:DetachRolePolicy"]),
  ...withdraws("user", ["iam:DeleteUserPolicy", "iam:DetachUserPolicy"]),
  ...withdraws("group", ["iam:DeleteGroupPolicy", "iam:DetachGroupPolicy", "iam:RemoveUserFromGroup"]),
];

function all(source: string, actions: readonly string[]): WayToMoreRights[] {
  return actions.map((action) => ({
    action,
    gain: "changes permissions",
    source,
    ...(!withoutRights.has(action) && { level: "mandatory" }),
    ...(representatives.has(action) && { representative: true }),
  }));
}

function withdraws(kind: string, actions: readonly string[]): WayToMoreRights[] {
  const targets = [`arn:aws:iam::000000000000:${kind}/${nobody}`];
  return actions.map((action) => ({
    action,
    gain: "changes permissions",
    level: "advisory",
    targets,
    source: iam,
  }));
}
