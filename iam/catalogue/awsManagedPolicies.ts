/**
 * The name of an AWS-managed policy, from its ARN in any partition; undefined for every other value.
 *
 * @example awsManagedPolicyName("arn:aws-cn:iam::aws:policy/service-role/AWSConfigRole") // "AWSConfigRole"
 */
export function awsManagedPolicyName(arn: unknown): string | undefined {
  if (typeof arn !== "string") return undefined;
  return /^arn:[^:]*:iam::aws:policy\/(?:.*\/)?([^/]+)$/i.exec(arn.trim())?.[1];
}

/**
 * AWS-managed policies that grant everything by the rule of this pack, or everything but some services.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const administratorPolicies: readonly string[] = [
  "AIDevOpsAgentActionsPolicy",
  "AWSMcpServiceActionsFullAccess",
  "AdministratorAccess",
  "PowerUserAccess",
];

/**
 * AWS-managed policies that let their holder change permissions or take the credentials of users. The many that may pass
 * any role to a service are not here: as `*FullAccess` most of them have a policy of their own.
 */
export const escalationPolicies: readonly string[] = [
  "AWSCloudWatchOmniServiceRolePolicy",
  "AWSCodeStarServiceRole",
  "AWSManagedAccountManagementAccess",
  "AWSManagedSettingsAdminAccess",
  "AWSSSOServiceRolePolicy",
  "AdministratorAccess-Amplify",
  "AmazonSecurityLakeAdministrator",
  "CloudFormationStackSetsOrgMemberServiceRolePolicy",
  "IAMFullAccess",
  "SageMakerStudioProjectProvisioningRolePolicy",
  "WellArchitectedConsoleFullAccess",
];

/** Whether a value is the ARN of one of some AWS-managed policies; IAM compares their names without case. */
export function isAwsManagedPolicy(arn: unknown, names: readonly string[]): boolean {
  const name = awsManagedPolicyName(arn)?.toLowerCase();
  return name !== undefined && names.some((known) => known.toLowerCase() === name);
}
