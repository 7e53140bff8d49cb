import { requireEc2OnlyTrust } from "../../../policypack/policies/requireEc2OnlyTrust.ts";
import { itJudgesResources, itJudgesStacks, type ResourceCase, type StackCase } from "../cases.ts";
import { type TestResource, unknownText } from "../violations.ts";

const roleType = "aws:iam/role:Role";
const ec2 = { Service: "ec2.amazonaws.com" };

const trust = (...statements: object[]): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map((rest) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...rest })),
  });
const other = (at: string, got: string): string =>
  `subject assumeRolePolicy.${at}: got ${got}; want only the service ec2.amazonaws.com; make another role for it, or limit it with a Condition`;
const everyone = (at: string, got = '"*"'): string =>
  `subject assumeRolePolicy.${at}: got ${got}; want only the service ec2.amazonaws.com; name EC2 instead`;

interface TrustCase extends Omit<ResourceCase, "type" | "props"> {
  readonly trust: unknown;
}

const cases: TrustCase[] = [
  { name: "passes EC2 alone", trust: trust({ Principal: ec2 }), reports: [] },
  {
    name: "passes EC2 alone in an object, and in China",
    trust: {
      Version: "2012-10-17",
      Statement: {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: ["ec2.amazonaws.com.cn"] },
      },
    },
    reports: [],
  },
  {
    name: "denies a second service",
    trust: trust({ Principal: { Service: ["ec2.amazonaws.com", "lambda.amazonaws.com"] } }),
    reports: [other("Statement[0].Principal.Service[1]", '"lambda.amazonaws.com"')],
  },
  {
    name: "denies an account beside EC2",
    trust: trust({ Principal: ec2 }, { Principal: { AWS: "arn:aws:iam::111122223333:root" } }),
    reports: [other("Statement[1].Principal.AWS", '"arn:aws:iam::111122223333:root"')],
  },
  {
    name: "denies a federation beside EC2",
    trust: trust({ Principal: { ...ec2, Federated: "cognito-identity.amazonaws.com" } }),
    reports: [other("Statement[0].Principal.Federated", '"cognito-identity.amazonaws.com"')],
  },
  {
    name: "passes another principal under a Condition",
    trust: trust(
      { Principal: ec2 },
      {
        Principal: { AWS: "arn:aws:iam::111122223333:role/break-glass" },
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      },
    ),
    reports: [],
  },
  {
    name: "denies another principal under an empty Condition",
    trust: trust({ Principal: ec2 }, { Principal: { AWS: "111122223333" }, Condition: {} }),
    reports: [other("Statement[1].Principal.AWS", '"111122223333"')],
  },
  {
    name: "denies everyone, also under a Condition",
    trust: trust({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-example" } } }),
    reports: [everyone("Statement[0].Principal")],
  },
  {
    name: "denies everyone by any kind of principal",
    trust: trust({ Principal: { AWS: ["arn:aws:iam::111122223333:root", "*"] } }),
    reports: [everyone("Statement[0].Principal.AWS[1]")],
  },
  {
    name: "denies everyone but some",
    trust: trust({ NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" } }),
    reports: [everyone("Statement[0].NotPrincipal", "NotPrincipal, which is everyone but some")],
  },
  {
    name: "passes everyone in a Deny",
    trust: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "sts:AssumeRole", Principal: ec2 },
        { Effect: "Deny", Action: "sts:AssumeRole", Principal: "*" },
      ],
    }),
    reports: [],
  },
  {
    name: "does not judge the role of another service",
    trust: trust({ Principal: { Service: ["lambda.amazonaws.com", "edgelambda.amazonaws.com"] } }),
    reports: [],
  },
  { name: "leaves an unknown trust policy to another policy", trust: unknownText, reports: [] },
  { name: "leaves what is no document to the engine", trust: "no JSON", reports: [] },
];

const role = (name: string, assumeRolePolicy: unknown): TestResource => ({
  type: roleType,
  name,
  props: { name, assumeRolePolicy },
});
const profileOf = (name: string): TestResource => ({
  type: "aws:iam/instanceProfile:InstanceProfile",
  name,
  props: { role: unknownText },
  dependencies: { role: [`${roleType}::${name}`] },
});

const stacks: StackCase[] = [
  {
    name: "passes the role of a profile that EC2 may assume",
    stack: [role("api", trust({ Principal: ec2 })), profileOf("api")],
    reports: [],
  },
  {
    name: "denies the role of a profile that EC2 may not assume",
    stack: [role("api", trust({ Principal: { Service: "lambda.amazonaws.com" } })), profileOf("api")],
    reports: [
      "api assumeRolePolicy: got no trust in EC2 for a role of an instance profile; want the service ec2.amazonaws.com; let ec2.amazonaws.com call sts:AssumeRole, or take the role out of the profile",
    ],
  },
  {
    name: "passes a role outside of any profile, and one whose trust is unknown",
    stack: [
      role("function", trust({ Principal: { Service: "lambda.amazonaws.com" } })),
      role("api", unknownText),
      profileOf("api"),
    ],
    reports: [],
  },
];

describe("require-ec2-only-trust", () => {
  itJudgesResources(
    requireEc2OnlyTrust,
    cases.map(({ trust: assumeRolePolicy, ...rest }) => ({
      ...rest,
      type: roleType,
      props: { assumeRolePolicy },
    })),
  );
  itJudgesStacks(requireEc2OnlyTrust, stacks);

  const ofLambda = { Statement: { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" } } };
  const noTrust =
    "got no trust in EC2 for a role of an instance profile; want the service ec2.amazonaws.com; let ec2.amazonaws.com call sts:AssumeRole, or take the role out of the profile";
  const ofTemplate = {
    Resources: {
      Api: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: ofLambda } },
      Profile: { Type: "AWS::IAM::InstanceProfile", Properties: { Roles: [{ Ref: "Api" }] } },
    },
  };
  itJudgesStacks(requireEc2OnlyTrust, [
    {
      name: "denies such a role of Cloud Control",
      stack: [
        { type: "aws-native:iam:Role", name: "api", props: { assumeRolePolicyDocument: ofLambda } },
        {
          type: "aws-native:iam:InstanceProfile",
          name: "profile",
          props: { roles: [unknownText] },
          dependencies: { roles: ["aws-native:iam:Role::api"] },
        },
      ],
      reports: [`api assumeRolePolicyDocument: ${noTrust}`],
    },
    {
      name: "denies such a role in a template",
      stack: [
        {
          type: "aws:cloudformation/stack:Stack",
          name: "it",
          props: { templateBody: JSON.stringify(ofTemplate) },
        },
      ],
      reports: [`it templateBody.Resources.Api.Properties.AssumeRolePolicyDocument: ${noTrust}`],
    },
  ]);
});
