import type { Statement } from "../iam/statement.ts";
import { anyEc2, ec2Service, ownIam, ownTags, type StackPlace } from "./place.ts";

/**
 * What the deploy role of a stack may do in IAM. Everything lies below the stack's path, so that the role cannot reach
 * itself, the boundary, or what other stacks and people made. What gives rights to a role asks for the boundary.
 *
 * Left out, since the program never does it: changing the trust policy of a role that exists, inline policies, and taking a
 * boundary off.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export function iamStatements(place: StackPlace, boundaryArn: string): Statement[] {
  const Effect = "Allow";
  const roles = [ownIam(place, "role")];
  return [
    {
      Sid: "RolesWithinTheBoundary",
      Effect,
      Action: ["iam:CreateRole", "iam:AttachRolePolicy", "iam:PutRolePermissionsBoundary"],
      Resource: roles,
      Condition: { StringEquals: { "iam:PermissionsBoundary": [boundaryArn] } },
    },
    {
      Sid: "Roles",
      Effect,
      Action: [
        ...["GetRole", "GetRolePolicy", "ListRolePolicies", "ListAttachedRolePolicies"],
        "ListInstanceProfilesForRole",
        ...["UpdateRole", "UpdateRoleDescription", "TagRole", "UntagRole", "DetachRolePolicy", "DeleteRole"],
      ].map((name) => `iam:${name}`),
      Resource: roles,
    },
    {
      // Versions change what a role may do; the boundary of the role stays the limit of that. Reading policies is
      // among what "verify" takes.
      Sid: "Policies",
      Effect,
      Action: [
        ...["ListPolicyVersions", "CreatePolicy", "CreatePolicyVersion"],
        ...["SetDefaultPolicyVersion", "DeletePolicyVersion", "TagPolicy", "UntagPolicy", "DeletePolicy"],
      ].map((name) => `iam:${name}`),
      Resource: [ownIam(place, "policy")],
    },
    {
      Sid: "InstanceProfiles",
      Effect,
      Action: [
        ...["GetInstanceProfile", "CreateInstanceProfile", "AddRoleToInstanceProfile"],
        ...["RemoveRoleFromInstanceProfile", "TagInstanceProfile", "UntagInstanceProfile"],
        "DeleteInstanceProfile",
      ].map((name) => `iam:${name}`),
      Resource: [ownIam(place, "instance-profile")],
    },
    {
      // AddRoleToInstanceProfile and AssociateIamInstanceProfile pass a role.
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
      Sid: "PassToInstances",
      Effect,
      Action: ["iam:PassRole"],
      Resource: roles,
      Condition: { StringEquals: { "iam:PassedToService": [ec2Service(place)] } },
    },
  ];
}

/**
 * What the deploy role of a stack may do in EC2: launch templates that carry the tags of the stack, and the stack's
 * profiles on instances that run already.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html for CreateTags
 */
export function ec2Statements(place: StackPlace): Statement[] {
  const Effect = "Allow";
  const templates = [anyEc2(place, "launch-template")];
  const profiles = ownIam(place, "instance-profile");
  return [
    {
      Sid: "NewLaunchTemplates",
      Effect,
      Action: ["ec2:CreateLaunchTemplate"],
      Resource: templates,
      Condition: { StringEquals: ownTags("aws:RequestTag", place) },
    },
    {
      Sid: "TagNewLaunchTemplates",
      Effect,
      Action: ["ec2:CreateTags"],
      Resource: templates,
      Condition: { StringEquals: { "ec2:CreateAction": ["CreateLaunchTemplate"] } },
    },
    {
      Sid: "LaunchTemplates",
      Effect,
      Action: [
        ...["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate", "ec2:DeleteLaunchTemplate"],
        ...["ec2:CreateTags", "ec2:DeleteTags"],
      ],
      Resource: templates,
      Condition: { StringEquals: ownTags("aws:ResourceTag", place) },
    },
    {
      // replaceExisting may take off a profile of somebody else, and puts on only ours.
      Sid: "PutOwnProfileOnInstances",
      Effect,
      Action: ["ec2:AssociateIamInstanceProfile", "ec2:ReplaceIamInstanceProfileAssociation"],
      Resource: [anyEc2(place, "instance")],
      Condition: { ArnLike: { "ec2:NewInstanceProfile": [profiles] } },
    },
    {
      Sid: "TakeOwnProfileOffInstances",
      Effect,
      Action: ["ec2:DisassociateIamInstanceProfile"],
      Resource: [anyEc2(place, "instance")],
      Condition: { ArnLike: { "ec2:InstanceProfile": [profiles] } },
    },
  ];
}
