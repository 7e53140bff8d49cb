import { output, secret } from "../../../../testing/tableResources.ts";
import {
  administrator,
  attachmentPlaces,
  document,
  documentPlaces,
  everything,
  narrow,
  readOnly,
} from "./documents.ts";
import type { PolicyRows, Row, Violation } from "./row.ts";

const policy = "no-star-star-grants";

const reports = (resource = "it"): readonly Violation[] => [[policy, "mandatory", resource]];

const inDocuments = documentPlaces.flatMap(([type, inputs]): Row[] => {
  const resource = (document: unknown) => [{ type, name: "it", inputs: inputs(document) }];
  return [
    {
      name: `denies *:* as text in ${type}`,
      resources: resource(JSON.stringify(everything)),
      finds: reports(),
    },
    { name: `denies *:* as an object in ${type}`, resources: resource(everything), finds: reports() },
    { name: `passes a narrow document as text in ${type}`, resources: resource(JSON.stringify(narrow)) },
    { name: `passes a narrow document as an object in ${type}`, resources: resource(narrow) },
  ];
});

const inAttachments = attachmentPlaces.flatMap(([type, inputs]): Row[] => [
  {
    name: `denies the administrator policy in ${type}`,
    resources: [{ type, name: "it", inputs: inputs(administrator) }],
    finds: reports(),
  },
  {
    name: `passes another managed policy in ${type}`,
    resources: [{ type, name: "it", inputs: inputs(readOnly) }],
  },
]);

const iamPolicy = (document: unknown) => [
  { type: "aws:iam/policy:Policy", name: "it", inputs: { policy: document } },
];

export const noStarStarGrants: PolicyRows = {
  policy,
  rows: [
    ...inDocuments,
    ...inAttachments,
    {
      name: "denies *:* in a document that is a secret",
      resources: iamPolicy(secret(JSON.stringify(everything))),
      finds: reports(),
    },
    {
      name: "denies everything but some actions on everything",
      resources: iamPolicy(JSON.stringify(document({ NotAction: "iam:*", Resource: "*" }))),
      finds: reports(),
    },
    {
      name: "denies an administrator policy beside an attachment of a policy that does not exist yet",
      resources: [
        { type: "aws:iam/policy:Policy", name: "new", inputs: { policy: JSON.stringify(narrow) } },
        {
          type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
          name: "both",
          inputs: { roleName: "r", policyArns: [output("new", "arn"), administrator] },
        },
      ],
      finds: reports("both"),
    },
    {
      name: "passes text of this shape in another package",
      resources: [
        { type: "acme:iam/policy:Policy", name: "it", inputs: { policy: JSON.stringify(everything) } },
      ],
    },
  ],
};
