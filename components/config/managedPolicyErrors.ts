import { policyWithPath, wantedPolicy } from "../../iam/catalogue/wantedPolicy.ts";
import { type ConfigError, shown } from "./configError.ts";

/**
 * AWS-managed policies that cannot be attached. Those are IAM's own errors too, but in the middle of an update.
 *
 * @param arns The policies of a workload, in the order of `managedPolicies`.
 */
export function managedPolicyErrors(
  arns: readonly string[],
  path: readonly PropertyKey[],
  secret: boolean,
): ConfigError[] {
  return arns.flatMap((arn, index) => {
    const want = wantedPolicy(arn);
    if (want === undefined) return [];
    const got = secret ? "a secret value" : shown(policyWithPath(arn));
    return [{ path: [...path, "managedPolicies", index], problem: `got ${got}, want ${want}` }];
  });
}
