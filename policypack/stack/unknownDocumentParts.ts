import { findEscalations } from "../../iam/catalogue/escalation.ts";
import { unknownGrants } from "../../iam/document/unknownGrants.ts";
import { unknownParts } from "../../iam/document/unknownParts.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";
import { findStarGrants } from "../../iam/patterns/starGrants.ts";
import type { Resource } from "../crossguard/resource.ts";
import { identityDocuments } from "./identityGrants.ts";
import { trustPolicy } from "./trustPolicies.ts";

/**
 * The paths in the identity policy documents and the trust policy of a resource that are unknown and may matter.
 *
 * @param services All of the catalogue.
 */
export function unknownDocumentParts(resource: Resource, services: readonly string[]): string[] {
  // What is refused wherever its resources are open.
  const isRefused = (document: object) =>
    [...findStarGrants(document, "", services), ...findEscalations(document, "")].length > 0;
  return [
    ...identityDocuments(resource).flatMap(({ at, value }) => unknownGrants(value, at, isRefused)),
    ...unknownTrust(resource),
  ];
}

/** Who may take a role has to be known; under which condition may come later. */
function unknownTrust(resource: Resource): string[] {
  const trust = trustPolicy(resource);
  if (trust === undefined) return [];
  if (trust.value === UNKNOWN) return [trust.at];
  return [...unknownParts(trust.value, trust.at)].filter((at) => !/\.Condition\b/i.test(at));
}
