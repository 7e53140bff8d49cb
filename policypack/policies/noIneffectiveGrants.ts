import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import { findIneffective } from "../../iam/effect/findIneffective.ts";
import { misspelledActions } from "../../iam/effect/misspelledActions.ts";
import { wantedPolicy } from "../../iam/catalogue/wantedPolicy.ts";
import { attachedManagedPolicies } from "../stack/attachedVerdicts.ts";
import { readDocuments } from "../stack/documents.ts";
import type { Ineffective } from "../../iam/effect/ineffective.ts";
import { cutOffRights } from "../stack/cutOffRights.ts";
import type { Finding, StackFinding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource, StackResource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";

/**
 * Statements of identity policy documents that AWS can never apply as they are written, and AWS-managed policies that it
 * does not have, or attaches to nothing but its own roles.
 */
async function* findIneffectiveGrants(resource: Resource): AsyncGenerator<Finding> {
  for (const { at, arn } of attachedManagedPolicies(resource)) {
    const want = wantedPolicy(arn);
    if (want !== undefined) yield { at, got: JSON.stringify(arn), want, fix: "correct it or remove it" };
  }
  for (const { document } of readDocuments(resource)) {
    for (const statement of document.statements) {
      for await (const ineffective of misspelledActions(statement)) yield findingOf(statement, ineffective);
      for await (const ineffective of findIneffective(statement)) yield findingOf(statement, ineffective);
    }
  }
}

async function* findCutOffGrants(stack: readonly StackResource[]): AsyncGenerator<StackFinding> {
  for await (const { urn, statement, ineffective } of cutOffRights(stack))
    yield { urn, ...findingOf(statement, ineffective) };
}

function findingOf(
  { at, effect }: PolicyStatement,
  { path: [element, operator], value, does, want }: Ineffective,
): Finding {
  const got = element === "Action" ? `${effect} ${value} ${does}` : `${operator} ${value} ${does}`;
  return { at, got, want, fix: "correct it or remove it" };
}

export const noIneffectiveGrants: PackPolicy = inEveryNotation({
  name: "no-ineffective-grants",
  displayName: "Grants that take effect",
  description:
    "A statement should be one that AWS can apply: its actions take its resources and have its condition keys, and the permissions boundary allows them too; an AWS-managed policy should be one that can be attached.",
  enforcementLevel: "advisory",
  severity: "medium",
  tags: ["iam", "correctness"],
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  remediationSteps:
    "Name the resources and the condition keys that AWS lists for the actions, and policies as AWS spells them.",
  checkResource: findIneffectiveGrants,
  checkStack: findCutOffGrants,
});
