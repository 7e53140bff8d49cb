import { noUnknownDocuments } from "../../../policypack/policies/noUnknownDocuments.ts";
import { allow, documentOf, itJudgesResources, type ResourceCase } from "../cases.ts";
import { unknownList, unknownText } from "../violations.ts";

const narrow = documentOf(allow("s3:GetObject", "arn:aws:s3:::orders/*"));

const message = (at: string): string =>
  `subject ${at}: got a value unknown at preview; want a literal that can be judged now; build it from plain strings (account id, names, paths) and not from outputs of other resources`;

const holders: [type: string, at: string, props: (document: unknown) => Record<string, unknown>][] = [
  ["aws:iam/policy:Policy", "policy", (policy) => ({ policy })],
  ["aws:iam/rolePolicy:RolePolicy", "policy", (policy) => ({ role: unknownText, policy })],
  ["aws:iam/userPolicy:UserPolicy", "policy", (policy) => ({ policy })],
  ["aws:iam/groupPolicy:GroupPolicy", "policy", (policy) => ({ policy })],
  ["aws:iam/role:Role", "inlinePolicies[0].policy", (policy) => ({ inlinePolicies: [{ policy }] })],
  ["aws:iam/role:Role", "assumeRolePolicy", (assumeRolePolicy) => ({ assumeRolePolicy })],
  [
    "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
    "inlinePolicy",
    (inlinePolicy) => ({ permissionSetArn: unknownText, inlinePolicy }),
  ],
];

const cases: ResourceCase[] = [
  ...holders.flatMap(([type, at, props]): ResourceCase[] => [
    {
      name: `denies ${at} of ${type} when it is unknown`,
      type,
      props: props(unknownText),
      reports: [message(at)],
    },
    { name: `passes ${at} of ${type} when it is known`, type, props: props(narrow), reports: [] },
  ]),
  {
    name: "names the part of an object that is unknown",
    type: "aws:iam/policy:Policy",
    props: { policy: { Statement: [allow("s3:GetObject", [unknownText, "arn:aws:s3:::b"])] } },
    reports: [message("policy.Statement[0].Resource[0]")],
  },
  {
    name: "denies a list of inline policies that is unknown, and an unknown item of one",
    type: "aws:iam/role:Role",
    props: { inlinePolicies: [unknownText, { policy: unknownList }] },
    reports: [message("inlinePolicies[0]"), message("inlinePolicies[1].policy")],
  },
  {
    name: "passes what a preview never knows beside the documents",
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    props: { role: unknownText, policyArn: unknownText },
    reports: [],
  },
  {
    name: "does not judge resource policies",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    props: { policy: unknownText },
    reports: [],
  },
];

describe("no-unknown-documents", () => {
  itJudgesResources(noUnknownDocuments, cases);
});
