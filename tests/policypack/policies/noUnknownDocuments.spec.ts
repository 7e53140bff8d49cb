import { noUnknownDocuments } from "../../../policypack/policies/noUnknownDocuments.ts";
import { allow, documentOf, itJudgesStacks, type StackCase } from "../cases.ts";
import { unknownList, unknownText } from "../violations.ts";

const narrow = documentOf(allow("s3:GetObject", "arn:aws:s3:::orders/*"));
const queue = { type: "aws:sqs/queue:Queue", name: "orders" };

const message = (at: string): string =>
  `subject ${at}: got a value unknown at preview, made of outputs of orders (aws:sqs/queue:Queue); want a literal that can be judged now; give those resources fixed names and build the document from plain strings (account id, names, paths), or let it be judged before it is created, at up`;

/** A resource called `subject` whose properties depend on a queue, and where it is reported. */
function row(name: string, type: string, props: Record<string, unknown>, ...at: string[]): StackCase {
  const dependencies = Object.fromEntries(
    Object.keys(props).map((property) => [property, ["aws:sqs/queue:Queue::orders"]]),
  );
  return { name, stack: [queue, { type, name: "subject", props, dependencies }], reports: at.map(message) };
}

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

const policy = (name: string, statement: object, ...at: string[]): StackCase =>
  row(name, "aws:iam/policy:Policy", { policy: { Statement: [statement] } }, ...at);

const trust = (name: string, statement: object, ...at: string[]): StackCase =>
  row(name, "aws:iam/role:Role", { assumeRolePolicy: { Statement: [statement] } }, ...at);

const first = (element: string) => `policy.Statement[0].${element}`;

const cases: StackCase[] = [
  ...holders.flatMap(([type, at, props]): StackCase[] => [
    row(`names ${at} of ${type} when it is unknown`, type, props(unknownText), at),
    row(`passes ${at} of ${type} when it is known`, type, props(narrow)),
  ]),
  policy(
    "passes the ARN of a new bucket for an action that may be on any",
    allow("s3:GetObject", [unknownText]),
  ),
  policy("passes the ARN that a NotResource waits for", {
    Effect: "Deny",
    Action: "s3:*",
    NotResource: [unknownText],
  }),
  policy("names the ARN of the role to pass", allow("iam:PassRole", unknownText), first("Resource")),
  policy(
    "names the resource of an open action",
    allow("*", [unknownText, "arn:aws:s3:::b"]),
    first("Resource[0]"),
  ),
  policy("names an action", allow(["s3:GetObject", unknownText], "arn:aws:s3:::b/*"), first("Action[1]")),
  policy(
    "names an excluded action",
    { Effect: "Allow", NotAction: unknownText, Resource: "arn:aws:s3:::b" },
    first("NotAction"),
  ),
  policy(
    "names an effect",
    { Effect: unknownText, Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" },
    first("Effect"),
  ),
  policy("passes what a Deny waits for", { Effect: "Deny", Action: unknownText, Resource: unknownText }),
  policy(
    "passes what a Condition waits for",
    allow("s3:GetObject", "arn:aws:s3:::b/*", {
      Condition: { StringEquals: { "aws:SourceVpc": unknownText } },
    }),
  ),
  row(
    "names a statement",
    "aws:iam/policy:Policy",
    { policy: { Statement: [unknownText] } },
    "policy.Statement[0]",
  ),
  row("passes the Id of a document", "aws:iam/policy:Policy", { policy: { Id: unknownText, Statement: [] } }),
  trust(
    "names who is trusted",
    { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: unknownText } },
    "assumeRolePolicy.Statement[0].Principal.AWS",
  ),
  trust("passes the condition of a trust", {
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: "sqs.amazonaws.com" },
    Condition: { ArnEquals: { "aws:SourceArn": unknownText } },
  }),
  row(
    "names a list of inline policies that is unknown, and an unknown item of one",
    "aws:iam/role:Role",
    { inlinePolicies: [unknownText, { policy: unknownList }] },
    "inlinePolicies[0]",
    "inlinePolicies[1].policy",
  ),
  row(
    "passes what a preview never knows beside the documents",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    {
      role: unknownText,
      policyArn: unknownText,
    },
  ),
  row("does not judge resource policies", "aws:s3/bucketPolicy:BucketPolicy", { policy: unknownText }),
  {
    name: "says no more where nothing of the stack makes the value",
    stack: [{ type: "aws:iam/policy:Policy", name: "subject", props: { policy: unknownText } }],
    reports: [message("policy").replace(/, made of outputs of [^;]*/, "")],
  },
];

describe("no-unknown-documents", () => {
  itJudgesStacks(noUnknownDocuments, cases);
});
