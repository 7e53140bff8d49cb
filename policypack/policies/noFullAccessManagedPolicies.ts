import { attachedManagedPolicies, type AttachedPolicy } from "../stack/attachedVerdicts.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";

/** `AmazonSomethingFullAccess`, `AWSSomething_FullAccess_v2`, … */
const fullAccess = /full_?access(?:_?v\d+)?$/i;

function* findFullAccessPolicies(resource: Resource): Generator<Finding> {
  for (const policy of attachedManagedPolicies(resource)) {
    if (!holdsFullService(policy)) continue;
    yield {
      at: policy.at,
      got: JSON.stringify(policy.arn),
      want: "a policy with what the workload needs",
      fix: "declare access or statements for the resources in place of it",
    };
  }
}

/** A policy that is newer than the table is judged by its name. */
function holdsFullService({ name, verdict }: AttachedPolicy): boolean {
  return verdict === undefined ? fullAccess.test(name) : verdict.breaks.has("fullService");
}

export const noFullAccessManagedPolicies: PackPolicy = inEveryNotation({
  name: "no-full-access-managed-policies",
  displayName: "No FullAccess policies of AWS",
  description:
    "AWS-managed policies that hold every action of a service on every resource should not be attached, as most called FullAccess do.",
  enforcementLevel: "advisory",
  severity: "medium",
  tags: ["iam", "least-privilege", "managed-policies"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  remediationSteps: "Write a policy with the actions and the resources that the workload uses.",
  checkResource: findFullAccessPolicies,
});
