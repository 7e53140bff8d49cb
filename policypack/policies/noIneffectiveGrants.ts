import { findIneffective } from "../../iam/effect/findIneffective.ts";
import { readDocuments } from "../stack/documents.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";

/** Statements of identity policy documents that AWS can never apply as they are written. */
async function* findIneffectiveGrants(resource: Resource): AsyncGenerator<Finding> {
  for (const { document } of readDocuments(resource)) {
    for (const statement of document.statements) {
      for await (const { path, value: written, does, want } of findIneffective(statement)) {
        const [element, operator] = path;
        const got =
          element === "Action" ? `${statement.effect} ${written} ${does}` : `${operator} ${written} ${does}`;
        yield { at: statement.at, got, want, fix: "correct it or remove it" };
      }
    }
  }
}

export const noIneffectiveGrants: PackPolicy = {
  name: "no-ineffective-grants",
  description:
    "A statement should be one that AWS can apply: its actions take its resources and have its condition keys.",
  enforcementLevel: "advisory",
  severity: "medium",
  url: "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
  remediationSteps: "Name the resources and the condition keys that AWS lists for the actions.",
  checkResource: findIneffectiveGrants,
};
