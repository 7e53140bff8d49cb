import { escalationPolicies, isAwsManagedPolicy } from "../../iam/catalogue/awsManagedPolicies.ts";
import { findEscalations } from "../../iam/catalogue/escalation.ts";
import { attachedPolicies, identityDocuments } from "../stack/identityGrants.ts";
import type { Finding, StackFinding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource, StackResource } from "../crossguard/resource.ts";
import { roleRights } from "../stack/roleRights.ts";
import { StackIndex } from "../stack/stackIndex.ts";

function* findInResource(resource: Resource): Generator<Finding> {
  for (const { at, value } of attachedPolicies(resource)) {
    if (!isAwsManagedPolicy(value, escalationPolicies)) continue;
    yield {
      at,
      got: JSON.stringify(value),
      want: "a policy that cannot change permissions",
      fix: "attach a policy that lists the actions and the resources",
    };
  }
  for (const { at, value } of identityDocuments(resource)) yield* findEscalations(value, at);
}

function* findInRoles(stack: readonly StackResource[]): Generator<StackFinding> {
  for (const { inline, managed } of roleRights(new StackIndex(stack))) {
    for (const { holder, at, value } of [...inline, ...managed]) {
      for (const finding of findEscalations(value, at)) yield { urn: holder.urn, ...finding };
    }
  }
}

export const noPrivilegeEscalation: PackPolicy = {
  name: "no-privilege-escalation",
  description:
    "No identity may get more rights than it was given: by changing permissions, taking the credentials of others, or passing or assuming any role.",
  enforcementLevel: "mandatory",
  severity: "critical",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  remediationSteps:
    "Remove the right, name the roles that may be passed or assumed, or demand a permissions boundary in a Condition.",
  checkResource: findInResource,
  checkStack: findInRoles,
};
