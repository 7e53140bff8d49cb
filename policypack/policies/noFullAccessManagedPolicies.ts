import { awsManagedPolicyName } from "../../iam/catalogue/awsManagedPolicies.ts";
import { attachedPolicies } from "../stack/identityGrants.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";

/** `AmazonS3FullAccess`, `AWSLambda_FullAccess`, `AmazonDynamoDBFullAccess_v2`, … */
const fullAccess = /full_?access(?:_?v\d+)?$/i;

function* findFullAccessPolicies(resource: Resource): Generator<Finding> {
  for (const { at, value } of attachedPolicies(resource)) {
    if (!fullAccess.test(awsManagedPolicyName(value) ?? "")) continue;
    yield {
      at,
      got: JSON.stringify(value),
      want: "a policy with what the workload needs",
      fix: "declare access or statements for the resources in place of it",
    };
  }
}

export const noFullAccessManagedPolicies: PackPolicy = {
  name: "no-full-access-managed-policies",
  description:
    "AWS-managed policies called FullAccess should not be attached: they hold every action of a service on every resource.",
  enforcementLevel: "advisory",
  severity: "medium",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  remediationSteps: "Write a policy with the actions and the resources that the workload uses.",
  checkResource: findFullAccessPolicies,
};
