import { noPrivilegeEscalation } from "../../../policypack/policies/noPrivilegeEscalation.ts";
import { allow, documentOf, itJudgesResources, itJudgesStacks, type ResourceCase } from "../cases.ts";
import { type TestResource, unknownText } from "../violations.ts";

const attach = documentOf(allow("iam:AttachRolePolicy", "arn:aws:iam::111122223333:role/*"));
const narrow = documentOf(
  allow("iam:PassRole", "arn:aws:iam::111122223333:role/orders-task"),
  allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::orders/*"),
);
const message = (name: string, at: string): string =>
  `${name} ${at}.Statement[0]: got Allow "iam:AttachRolePolicy"; want no right to change permissions; remove it, or limit it by a Condition on iam:PermissionsBoundary`;
const attached = (at: string, arn: string): string =>
  `subject ${at}: got "${arn}"; want a policy that cannot change permissions; attach a policy that lists the actions and the resources`;

const holders: [type: string, at: string, props: (policy: string) => Record<string, unknown>][] = [
  ["aws:iam/policy:Policy", "policy", (policy) => ({ policy })],
  ["aws:iam/rolePolicy:RolePolicy", "policy", (policy) => ({ policy })],
  ["aws:iam/userPolicy:UserPolicy", "policy", (policy) => ({ policy })],
  ["aws:iam/groupPolicy:GroupPolicy", "policy", (policy) => ({ policy })],
  ["aws:iam/role:Role", "inlinePolicies[0].policy", (policy) => ({ inlinePolicies: [{ policy }] })],
];

const cases: ResourceCase[] = [
  ...holders.flatMap(([type, at, props]) => [
    { name: `denies it in ${at} of ${type}`, type, props: props(attach), reports: [message("subject", at)] },
    { name: `passes a narrow document in ${at} of ${type}`, type, props: props(narrow), reports: [] },
  ]),
  {
    name: "denies IAMFullAccess in every partition",
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    props: { policyArn: "arn:aws-cn:iam::aws:policy/IAMFullAccess" },
    reports: [attached("policyArn", "arn:aws-cn:iam::aws:policy/IAMFullAccess")],
  },
  ...[
    "AWSSSOMasterAccountAdministrator",
    "AWSOpsWorksRegisterCLI",
    "AdministratorAccess-AWSElasticBeanstalk",
    "job-function/SystemAdministrator",
    "EC2InstanceConnect",
    "service-role/AWSCodeStarServiceRole",
  ].map((name) => ({
    name: `denies ${name} by what its document says`,
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    props: { policyArn: `arn:aws:iam::aws:policy/${name}` },
    reports: [attached("policyArn", `arn:aws:iam::aws:policy/${name}`)],
  })),
  ...[
    ["AttachRolePolicy", "ArnEquals", "iam:PolicyARN", "arn:aws:iam::aws:policy/AdministratorAccess"],
    ["AttachRolePolicy", "ArnLike", "iam:PolicyARN", "arn:aws:iam::aws:policy/*"],
    ["AttachRolePolicy", "ArnNotEquals", "iam:PolicyARN", "arn:aws:iam::aws:policy/AdministratorAccess"],
    ["PutRolePolicy", "Null", "iam:PermissionsBoundary", "true"],
    ["PutRolePolicy", "StringLike", "iam:PermissionsBoundary", "*"],
  ].map(([action = "", operator = "", key = "", value = ""]) => ({
    name: `denies iam:${action} under ${operator} ${key} ${value}`,
    type: "aws:iam/policy:Policy",
    props: {
      policy: documentOf(allow(`iam:${action}`, "*", { Condition: { [operator]: { [key]: value } } })),
    },
    reports: [
      `subject policy.Statement[0]: got Allow "iam:${action}"; want no right to change permissions; remove it, or limit it by a Condition on iam:PermissionsBoundary`,
    ],
  })),
  ...["aws:ResourceTag/team", "ec2:ResourceTag/team"].map((key) => ({
    name: `denies iam:PassRole under ${key}, which is no reliable limit of it`,
    type: "aws:iam/policy:Policy",
    props: {
      policy: documentOf(allow("iam:PassRole", "*", { Condition: { StringEquals: { [key]: "orders" } } })),
    },
    reports: [
      'subject policy.Statement[0]: got Allow "iam:PassRole" on "*"; want the ARNs that the workload needs; list them one by one, or by a prefix of their names',
    ],
  })),
  {
    name: "leaves iam:PassRole to services that run no code to no-risky-grants",
    type: "aws:iam/policy:Policy",
    props: {
      policy: documentOf(
        allow("iam:PassRole", "*", {
          Condition: { StringEquals: { "iam:PassedToService": "eks.amazonaws.com" } },
        }),
      ),
    },
    reports: [],
  },
  {
    name: "denies a command on every instance, though its document is named",
    type: "aws:iam/policy:Policy",
    props: {
      policy: documentOf(
        allow("ssm:SendCommand", [
          "arn:aws:ssm:*:*:document/AWS-RunShellScript",
          "arn:aws:ec2:*:*:instance/*",
        ]),
      ),
    },
    reports: [
      'subject policy.Statement[0]: got Allow "ssm:SendCommand" on "arn:aws:ec2:*:*:instance/*"; want the ARNs that the workload needs; list them one by one, or by a prefix of their names',
    ],
  },
  {
    name: "passes other AWS-managed policies",
    type: "aws:iam/role:Role",
    props: {
      managedPolicyArns: [
        "arn:aws:iam::aws:policy/IAMReadOnlyAccess",
        "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
      ],
    },
    reports: [],
  },
];

const stack = (policy: string): TestResource[] => [
  { type: "aws:iam/role:Role", name: "api", props: { name: "orders-api" } },
  { type: "aws:iam/policy:Policy", name: "read", props: { policy } },
  {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    name: "read",
    props: { role: "orders-api", policyArn: unknownText },
    dependencies: { policyArn: ["aws:iam/policy:Policy::read"] },
  },
];

describe("no-privilege-escalation", () => {
  itJudgesResources(noPrivilegeEscalation, cases);
  itJudgesStacks(noPrivilegeEscalation, [
    {
      name: "denies it in an attached policy that the program only reads",
      stack: stack(attach),
      reports: [message("read", "policy")],
    },
    { name: "passes a narrow policy that the program only reads", stack: stack(narrow), reports: [] },
  ]);
});
