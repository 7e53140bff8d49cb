import { iamArn } from "../iam/arn.ts";
import type { Statement } from "../iam/statement.ts";
import { anyEc2, ownIam, ownTags, type StackPlace } from "./place.ts";

const Effect = "Allow";

/** `iam:` before each. */
const iam = (...names: readonly string[]) => names.map((name) => `iam:${name}`);

/**
 * What every reader of a stack takes: descriptions, which EC2 cannot limit to some resources, and the policies that
 * workloads may attach, be they AWS's or the account's.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export function describeStatements({ partition, account }: StackPlace): Statement[] {
  return [
    {
      Sid: "Describe",
      Effect,
      Action: [
        ...["ec2:DescribeIamInstanceProfileAssociations", "ec2:DescribeInstances"],
        ...["ec2:DescribeLaunchTemplates", "ec2:DescribeLaunchTemplateVersions"],
      ],
      Resource: ["*"],
    },
    {
      Sid: "AttachedPolicies",
      Effect,
      Action: iam("GetPolicy", "GetPolicyVersion"),
      Resource: [
        `arn:${partition}:iam::aws:policy/*`,
        iamArn({ partition, account, region: "" }, "policy/*"),
      ],
    },
  ];
}

/**
 * What "verify" asks beside that: three listings of IAM, the policy simulator, and, on instances
 * that the stack's launch templates tagged, one command of AWS's own documents.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html#permissions-required
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command-setting-up.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
 */
export function verifyStatements(place: StackPlace): Statement[] {
  const documents = ["AWS-RunShellScript", "AWS-RunPowerShellScript"];
  return [
    {
      Sid: "List",
      Effect,
      Action: iam("GetAccountAuthorizationDetails", "ListInstanceProfiles", "ListRoles"),
      Resource: ["*"],
    },
    {
      Sid: "Simulate",
      Effect,
      Action: iam("SimulatePrincipalPolicy"),
      Resource: [ownIam(place, "role")],
    },
    {
      Sid: "CommandAnswers",
      Effect,
      Action: ["ssm:DescribeInstanceInformation", "ssm:GetCommandInvocation"],
      Resource: ["*"],
    },
    {
      Sid: "CommandDocuments",
      Effect,
      Action: ["ssm:SendCommand"],
      Resource: documents.map((name) => `arn:${place.partition}:ssm:*::document/${name}`),
    },
    {
      Sid: "CommandOwnInstances",
      Effect,
      Action: ["ssm:SendCommand"],
      Resource: [anyEc2(place, "instance")],
      Condition: { StringEquals: ownTags("ssm:resourceTag", place) },
    },
  ];
}

/** What a preview with refresh reads beside descriptions. */
export function refreshStatements(place: StackPlace): Statement[] {
  return [
    {
      Sid: "Roles",
      Effect,
      Action: iam("GetRole", "GetRolePolicy", "ListAttachedRolePolicies", "ListRolePolicies"),
      Resource: [ownIam(place, "role")],
    },
  ];
}

/** What shows an instance profile with its tags, which no listing has. */
export function profileStatements(place: StackPlace): Statement[] {
  return [
    {
      Sid: "InstanceProfiles",
      Effect,
      Action: iam("GetInstanceProfile"),
      Resource: [ownIam(place, "instance-profile")],
    },
  ];
}

/**
 * What "review" asks beside that.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data.html
 */
export function reviewStatements(place: StackPlace): Statement[] {
  return [
    {
      Sid: "AskWhatRolesUsed",
      Effect,
      Action: iam("GetRole", "GenerateServiceLastAccessedDetails"),
      Resource: [ownIam(place, "role")],
    },
    { Sid: "ReadWhatRolesUsed", Effect, Action: iam("GetServiceLastAccessedDetails"), Resource: ["*"] },
  ];
}
