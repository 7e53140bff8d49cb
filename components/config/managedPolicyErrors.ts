import { awsManagedPolicyName } from "../../iam/catalogue/awsManagedPolicies.ts";
import { bareName, verdictOf, verdicts } from "../../iam/managedPolicies/verdicts.ts";
import { editDistance } from "../../iam/nearest.ts";
import { type ConfigError, shown } from "./configError.ts";

/** Further apart a name may be that of a policy which AWS has made since the table was. */
const mostSlips = 2;

/**
 * AWS-managed policies that cannot be attached: under a name or a path that AWS does not have, or made for a service-linked
 * role. Those are IAM's own errors too, but in the middle of an update.
 *
 * @param arns The policies of a workload, in the order of `managedPolicies`.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export function managedPolicyErrors(
  arns: readonly string[],
  path: readonly PropertyKey[],
  secret: boolean,
): ConfigError[] {
  return arns.flatMap((arn, index) => {
    const want = awsManagedPolicyName(arn) === undefined ? undefined : wantedPolicy(withPath(arn));
    if (want === undefined) return [];
    const got = secret ? "a secret value" : shown(withPath(arn));
    return [{ path: [...path, "managedPolicies", index], problem: `got ${got}, want ${want}` }];
  });
}

const withPath = (arn: string) => arn.replace(/^[^/]*\//, "");

/** What is wanted in place of a policy; undefined where nothing is known against it. */
function wantedPolicy(name: string): string | undefined {
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

function slips(known: string, written: string): number {
  if (Math.abs(known.length - written.length) > mostSlips) return Infinity;
  return editDistance(known, written);
}
