import { identityDocuments } from "../stack/identityGrants.ts";
import { unknownParts } from "../../iam/document/unknownParts.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";

/** The identity policy documents and the trust policy of a resource, as far as a preview cannot know them. */
function* findUnknownDocuments(resource: Resource): Generator<Finding> {
  const documents = identityDocuments(resource);
  if (resource.type === "aws:iam/role:Role") {
    documents.push({ at: "assumeRolePolicy", value: resource.inputs.assumeRolePolicy });
  }
  for (const { at, value } of documents) {
    for (const path of unknownParts(value, at)) {
      yield {
        at: path,
        got: "a value unknown at preview",
        want: "a literal that can be judged now",
        fix: "build it from plain strings (account id, names, paths) and not from outputs of other resources",
      };
    }
  }
}

export const noUnknownDocuments: PackPolicy = {
  name: "no-unknown-documents",
  description:
    "A policy document must be known at preview, so that no grant surfaces only when it is deployed.",
  enforcementLevel: "mandatory",
  severity: "high",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  remediationSteps:
    "Give the resources fixed names and build their ARNs from plain strings: one unknown value makes a whole JSON text unknown.",
  checkResource: findUnknownDocuments,
};
