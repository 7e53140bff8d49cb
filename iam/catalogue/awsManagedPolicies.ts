import { type Verdict, verdictOf } from "../managedPolicies/verdicts.ts";

/**
 * The name of an AWS-managed policy, from its ARN in any partition; undefined for every other value.
 *
 * @example awsManagedPolicyName("arn:aws-cn:iam::aws:policy/service-role/AWSConfigRole") // "AWSConfigRole"
 */
export function awsManagedPolicyName(arn: unknown): string | undefined {
  if (typeof arn !== "string") return undefined;
  return /^arn:[^:]*:iam::aws:policy\/(?:.*\/)?([^/]+)$/i.exec(arn.trim())?.[1];
}

/** What the document of an AWS-managed policy breaks, by its ARN; undefined for what is none or is not known. */
export function managedPolicyVerdict(arn: unknown): Verdict | undefined {
  const name = awsManagedPolicyName(arn);
  return name === undefined ? undefined : verdictOf(name);
}
