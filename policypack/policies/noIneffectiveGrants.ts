import { statementsOf } from "../../iam/document/readDocument.ts";
import { findIneffective } from "../../iam/effect/findIneffective.ts";
import { identityDocuments } from "../stack/identityGrants.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";

/** Statements of identity policy documents that AWS can never apply as they are written. */
async function* findIneffectiveGrants(resource: Resource): AsyncGenerator<Finding> {
  for (const { at, value } of identityDocuments(resource)) {
    for (const statement of statementsOf(value, at)) {
      for await (const { path, value: written, does, want } of findIneffective(statement)) {
        const [element, operator] = path;
        const got =
          element === "Action" ? `${statement.effect} ${written} ${does}` : `${operator} ${written} ${does}`;
        yield { at: statement.at, got, want, fix: "correct it or remove it" };
      }
    }
  }
}

export const noIneffectiveGrants: PackPolicy = inEveryNotation({
  name: "no-ineffective-grants",
  displayName: "Grants that take effect",
  description:
    "A statement should be one that AWS can apply: its actions take its resources and have its condition keys.",
  enforcementLevel: "advisory",
  severity: "medium",
  tags: ["iam", "correctness"],
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  remediationSteps: "Name the resources and the condition keys that AWS lists for the actions.",
  checkResource: findIneffectiveGrants,
});
