import { awsManagedPolicyName, managedPolicyVerdict } from "../../iam/catalogue/awsManagedPolicies.ts";
import type { BrokenRule, Verdict } from "../../iam/managedPolicies/verdicts.ts";
import type { Resource } from "../crossguard/resource.ts";
import { attachedPolicies } from "./identityGrants.ts";

/** An AWS-managed policy that a resource attaches. */
export interface AttachedPolicy {
  readonly at: string;
  /** As the program writes it. */
  readonly arn: string;
  readonly name: string;
  /** What its document says. @default - the table does not know the policy */
  readonly verdict?: Verdict;
}

/** The AWS-managed policies that a resource attaches by ARN. */
export function attachedManagedPolicies(resource: Resource): AttachedPolicy[] {
  return attachedPolicies(resource).flatMap(({ at, value }) => {
    const name = awsManagedPolicyName(value);
    if (name === undefined) return [];
    const verdict = managedPolicyVerdict(value);
    return [{ at, arn: value as string, name, ...(verdict && { verdict }) }];
  });
}

/** Those of them of which the document breaks a rule. */
export function attachedThatBreak(resource: Resource, rule: BrokenRule): AttachedPolicy[] {
  return attachedManagedPolicies(resource).filter(({ verdict }) => verdict?.breaks.has(rule));
}
