import { awsManagedPolicyName } from "./awsManagedPolicies.ts";
import { editDistance } from "../nearest.ts";
import { bareName, verdictOf, verdicts } from "../managedPolicies/verdicts.ts";

/** Further apart a name may be that of a policy which AWS has made since the table was. */
const mostSlips = 2;

/**
 * What is wanted in place of an AWS-managed policy that cannot be attached: under a name or a path that AWS does not have,
 * or made for a service-linked role. Undefined where nothing is known against the ARN, and for policies of an account.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export function wantedPolicy(arn: string): string | undefined {
  if (awsManagedPolicyName(arn) === undefined) return undefined;
  const name = policyWithPath(arn.trim());
  const known = verdictOf(name);
  if (known === undefined) {
    const written = bareName(name);
    for (const [bare, { name: close }] of verdicts())
      if (slips(bare, written) <= mostSlips) return `an AWS-managed policy; did you mean "${close}"?`;
    return undefined;
  }
  if (known.name.startsWith("aws-service-role/"))
    return "a policy that can be attached; this one is for the service-linked role of a service, which AWS makes";
  return known.name.toLowerCase() === name.toLowerCase() ? undefined : `"${known.name}", with its path`;
}

/** The name of a policy with its path, from its ARN: `service-role/AWSConfigRole`. */
export function policyWithPath(arn: string): string {
  return arn.replace(/^[^/]*\//, "");
}

function slips(known: string, written: string): number {
  if (Math.abs(known.length - written.length) > mostSlips) return Infinity;
  return editDistance(known, written);
}
