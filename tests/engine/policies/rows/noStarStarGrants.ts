import { stringify } from "yaml";
import { output, secret } from "../../../../testing/tableResources.ts";
import {
  administrator,
  attachmentPlaces,
  document,
  documentPlaces,
  ec2Trust,
  everything,
  narrow,
  readOnly,
  templateOf,
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

/** The same in the words of Terraform's modules and of CloudFormation. */
const inNotations = [
  ["iammod:tf:aws_iam_policy", (policy: object) => ({ policy: JSON.stringify(policy) })],
  [
    "iammod:tf:aws_iam_role",
    (policy: object) => ({
      assume_role_policy: JSON.stringify(ec2Trust),
      inline_policy: [{ name: "p", policy: JSON.stringify(policy) }],
    }),
  ],
  ["aws:index/iamPolicy:IamPolicy", (policy: object) => ({ policy: JSON.stringify(policy) })],
  [
    "aws:cloudformation/stack:Stack",
    (policy: object) => ({ templateBody: JSON.stringify(templateOf(policy)) }),
  ],
  [
    "aws:cloudformation/stackSet:StackSet",
    (policy: object) => ({ templateBody: stringify(templateOf(policy)) }),
  ],
  ["aws-native:cloudformation:Stack", (policy: object) => ({ templateBody: templateOf(policy) })],
] as const;

const inOtherWords = inNotations.flatMap(([type, inputs]): Row[] => [
  {
    name: `denies *:* in ${type}`,
    resources: [{ type, name: "it", inputs: inputs(everything) }],
    finds: reports(),
  },
  {
    name: `passes a narrow document in ${type}`,
    resources: [{ type, name: "it", inputs: inputs(narrow) }],
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
    ...inOtherWords,
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
