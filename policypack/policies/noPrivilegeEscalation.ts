import { escalationsIn } from "../../iam/catalogue/escalation.ts";
import { attachedThatBreak } from "../stack/attachedVerdicts.ts";
import {
  boundaryFindings,
  type BoundarySettings,
  boundarySettings,
  documentFindings,
} from "../stack/boundaries.ts";
import type { Finding, StackFinding } from "../../iam/finding.ts";
import type { CheckContext, PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource, StackResource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { roleRights } from "../stack/roleRights.ts";
import { StackIndex } from "../stack/stackIndex.ts";

function* findInResource(resource: Resource, context: CheckContext<BoundarySettings>): Generator<Finding> {
  for (const { at, arn } of attachedThatBreak(resource, "escalation")) {
    yield {
      at,
      got: JSON.stringify(arn),
      want: "a policy that cannot change permissions",
      fix: "attach a policy that lists the actions and the resources",
    };
  }
  yield* documentFindings(resource, context, escalationsIn);
}

function* findInStack(
  stack: readonly StackResource[],
  context: CheckContext<BoundarySettings>,
): Generator<StackFinding> {
  yield* boundaryFindings(stack, context, escalationsIn);
  for (const { inline, managed } of roleRights(new StackIndex(stack))) {
    for (const { holder, document } of [...inline, ...managed]) {
      for (const finding of escalationsIn(document)) yield { urn: holder.urn, ...finding };
    }
  }
}

export const noPrivilegeEscalation: PackPolicy<BoundarySettings> = inEveryNotation({
  name: "no-privilege-escalation",
  displayName: "No ways to more rights",
  description:
    "No identity may get more rights than it was given: by changing permissions, taking the credentials of others, passing or assuming any role, or running code with any.",
  enforcementLevel: "mandatory",
  severity: "critical",
  tags: ["iam", "least-privilege", "privilege-escalation"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  remediationSteps:
    "Remove the right, name its targets one by one, or demand a permissions boundary in a Condition.",
  checkResource: findInResource,
  configSchema: { properties: boundarySettings },
  checkStack: findInStack,
});
