import { withinIamQuotas } from "../../../policypack/policies/withinIamQuotas.ts";
import {
  allow,
  documentOf,
  itJudgesResources,
  itJudgesStacks,
  type ResourceCase,
  type StackCase,
} from "../cases.ts";
import { type TestResource, unknownText } from "../violations.ts";

/** A document of so many characters without white space. */
function documentOfSize(characters: number): string {
  const size = (resource: string) => documentOf(allow("s3:GetObject", resource)).length;
  return documentOf(allow("s3:GetObject", "x".repeat(characters - size(""))));
}

const split = "split it over several policies, or join statements and shorten lists";
const long = (name: string, at: string, got: string, want: string): string =>
  `${name} ${at}: got ${got} characters; want ${want} at most, white space not counted; ${split}`;
const longName = (at: string, got: number, want: number, noun: string): string =>
  `subject ${at}: got ${got} characters; want ${want} at most; shorten the name of the ${noun}`;
const many = (name: string, at: string, got: number, want = 10): string =>
  `${name} ${at}: got ${got} managed policies; want ${want} at most; join them into fewer, or have the quota raised and set managedPoliciesPerRole`;
const longTrust = (got: string, want: string): string =>
  `subject assumeRolePolicy: got ${got} characters; want ${want} at most, white space not counted; trust fewer principals, or have the quota raised and set trustPolicyCharacters`;

const documents: [type: string, most: number, shown: [most: string, over: string]][] = [
  ["aws:iam/policy:Policy", 6144, ["6,144", "6,145"]],
  ["aws:iam/rolePolicy:RolePolicy", 10240, ["10,240", "10,241"]],
  ["aws:iam/groupPolicy:GroupPolicy", 5120, ["5,120", "5,121"]],
  ["aws:iam/userPolicy:UserPolicy", 2048, ["2,048", "2,049"]],
];
const names: [type: string, noun: string, most: number][] = [
  ["aws:iam/role:Role", "Role", 64],
  ["aws:iam/user:User", "User", 64],
  ["aws:iam/group:Group", "Group", 128],
  ["aws:iam/policy:Policy", "Policy", 128],
  ["aws:iam/instanceProfile:InstanceProfile", "InstanceProfile", 128],
];
const arns = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `arn:aws:iam::111122223333:policy/p${index}`);

const cases: ResourceCase[] = [
  ...documents.flatMap(([type, most, [mostShown, overShown]]): ResourceCase[] => [
    {
      name: `passes ${most} characters in ${type}`,
      type,
      props: { policy: documentOfSize(most) },
      reports: [],
    },
    {
      name: `denies one more in ${type}`,
      type,
      props: { policy: documentOfSize(most + 1) },
      reports: [long("subject", "policy", overShown, mostShown)],
    },
  ]),
  {
    name: "does not count white space",
    type: "aws:iam/policy:Policy",
    props: { policy: JSON.stringify(JSON.parse(documentOfSize(6144)), null, 8) },
    reports: [],
  },
  {
    name: "counts a document that is an object",
    type: "aws:iam/policy:Policy",
    props: { policy: JSON.parse(documentOfSize(6145)) as unknown },
    reports: [long("subject", "policy", "6,145", "6,144")],
  },
  {
    name: "passes a document that is unknown, whole or in part",
    type: "aws:iam/role:Role",
    props: { assumeRolePolicy: { Statement: [unknownText] }, inlinePolicies: [{ policy: unknownText }] },
    reports: [],
  },
  ...names.flatMap(([type, noun, most]): ResourceCase[] => [
    { name: `passes a name of ${most} in ${type}`, type, props: { name: "n".repeat(most) }, reports: [] },
    {
      name: `denies a longer name in ${type}`,
      type,
      props: { name: "n".repeat(most + 1) },
      reports: [longName("name", most + 1, most, noun)],
    },
    {
      name: `leaves room for the suffix of a prefix in ${type}`,
      type,
      props: { namePrefix: "n".repeat(most - 25) },
      reports: [longName("namePrefix", most - 25, most - 26, noun)],
    },
  ]),
  {
    name: "denies a long trust policy, by the default quota and by a raised one",
    type: "aws:iam/role:Role",
    props: { assumeRolePolicy: documentOfSize(4097) },
    reports: [longTrust("4,097", "2,048")],
  },
  {
    name: "takes a raised quota of trust policies",
    type: "aws:iam/role:Role",
    props: { assumeRolePolicy: documentOfSize(4097) },
    config: { trustPolicyCharacters: 4096 },
    reports: [longTrust("4,097", "4,096")],
  },
  {
    name: "denies eleven managed policies in a role",
    type: "aws:iam/role:Role",
    props: { managedPolicyArns: arns(11) },
    reports: [many("subject", "managedPolicyArns", 11)],
  },
  {
    name: "passes eleven where the quota was raised",
    type: "aws:iam/role:Role",
    props: { managedPolicyArns: arns(11) },
    config: { managedPoliciesPerRole: 20 },
    reports: [],
  },
  {
    name: "passes 16,384 bytes of user data",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    props: { userData: Buffer.alloc(16384, "#").toString("base64") },
    reports: [],
  },
  ...(
    [
      ["aws:ec2/launchTemplate:LaunchTemplate", "userData", Buffer.alloc(16385, "#").toString("base64")],
      ["aws:ec2/instance:Instance", "userData", "#".repeat(16385)],
      ["aws:ec2/instance:Instance", "userDataBase64", Buffer.alloc(16385, "#").toString("base64")],
    ] as const
  ).map(([type, property, value]) => ({
    name: `denies more in ${property} of ${type}`,
    type,
    props: { [property]: value },
    reports: [
      `subject ${property}: got 16,385 bytes; want 16,384 at most before it is encoded; let the instance download the rest from S3`,
    ],
  })),
  {
    name: "does not judge other types",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    props: { name: "n".repeat(300), policy: documentOfSize(12000) },
    reports: [],
  },
];

const role: TestResource = { type: "aws:iam/role:Role", name: "api", props: { name: "orders-api" } };
const inline = (name: string, characters: number): TestResource => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  name,
  props: { role: unknownText, policy: documentOfSize(characters) },
  dependencies: { role: ["aws:iam/role:Role::api"] },
});
const attachment = (name: string, policyArn: string): TestResource => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name,
  props: { role: "orders-api", policyArn },
});

const ownArn = "arn:aws:iam::111122223333:policy/own";

const stacks: StackCase[] = [
  {
    name: "denies inline documents of a role that are too long together",
    stack: [role, inline("a", 6000), inline("b", 4241)],
    reports: [long("api", "inline policies", "10,241", "10,240")],
  },
  {
    name: "counts the documents in the role itself",
    stack: [
      { ...role, props: { ...role.props, inlinePolicies: [{ policy: documentOfSize(6000) }] } },
      inline("b", 4241),
    ],
    reports: [long("api", "inline policies", "10,241", "10,240")],
  },
  {
    name: "passes inline documents that fit, and leaves a single long one to its resource",
    stack: [role, inline("a", 6000), inline("b", 4240)],
    reports: [],
  },
  {
    name: "denies eleven attachments to a role, whichever way they are made",
    stack: [
      role,
      ...arns(9).map((arn, index) => attachment(`a${index}`, arn)),
      {
        type: "aws:iam/policyAttachment:PolicyAttachment",
        name: "b",
        props: { roles: ["orders-api"], policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" },
      },
      { type: "aws:iam/policy:Policy", name: "own", props: {} },
      {
        ...attachment("c", unknownText),
        dependencies: { policyArn: ["aws:iam/policy:Policy::own"] },
      },
    ],
    reports: [many("api", "attached policies", 11)],
  },
  {
    name: "leaves a list that is too long by itself to its role",
    stack: [{ ...role, props: { ...role.props, managedPolicyArns: arns(11) } }],
    reports: [],
  },
  {
    name: "counts a policy of the stack once that is attached as a resource and by its ARN",
    stack: [
      role,
      ...arns(9).map((arn, index) => attachment(`a${index}`, arn)),
      { type: "aws:iam/policy:Policy", name: "own", props: { arn: ownArn } },
      { ...attachment("b", ownArn), dependencies: { policyArn: ["aws:iam/policy:Policy::own"] } },
      attachment("again", ownArn),
    ],
    reports: [],
  },
  {
    name: "counts a policy once that is attached twice",
    stack: [
      role,
      ...arns(10).map((arn, index) => attachment(`a${index}`, arn)),
      attachment("again", arns(1)[0] ?? ""),
    ],
    reports: [],
  },
];

describe("within-iam-quotas", () => {
  itJudgesResources(withinIamQuotas, cases);
  itJudgesStacks(withinIamQuotas, stacks);
});
