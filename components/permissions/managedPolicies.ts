import { awsManagedPolicyArn, iamArn, looksLikeArn, type Target } from "../../iam/arn.ts";

/** Marks a managed policy of this account, where a bare name means one of AWS. */
export const ACCOUNT_PREFIX = "account:";

/**
 * The ARN of an entry of `managedPolicies`: a bare name is AWS-managed, `account:Name` belongs to this account, an ARN
 * is itself. A name may carry a path, such as `service-role/AmazonEC2RoleforSSM`.
 */
export function managedPolicyArn(entry: string, target: Target): string {
  if (looksLikeArn(entry)) return entry;
  return entry.startsWith(ACCOUNT_PREFIX)
    ? iamArn(target, `policy/${entry.slice(ACCOUNT_PREFIX.length)}`)
    : awsManagedPolicyArn(target, entry);
}

/** The ARN of a permissions boundary: a bare name belongs to this account, since a boundary is an account's own rule. */
export function permissionsBoundaryArn(entry: string, target: Target): string {
  return looksLikeArn(entry) ? entry : iamArn(target, `policy/${entry}`);
}

/** The name at the end of a policy ARN, without its path. */
export function policyNameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
