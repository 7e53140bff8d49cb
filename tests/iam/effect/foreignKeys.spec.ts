import assert from "node:assert/strict";
import { effectsOf } from "./effects.ts";

const put = { Action: "s3:PutObject", Resource: "arn:aws:s3:::orders/*" };
const lacks = (action: string) => `which "${action}" does not have`;

interface KeyCase {
  readonly name: string;
  readonly statement: object;
  readonly says: readonly string[];
}

const cases: readonly KeyCase[] = [
  {
    name: "a mistyped key of a service under a negated operator of a Deny, which is then not limited",
    statement: {
      ...put,
      Effect: "Deny",
      Condition: { StringNotEquals: { "s3:x-amz-server-side-encyption": "aws:kms" } },
    },
    says: [
      `Condition StringNotEquals s3:x-amz-server-side-encyption: got "s3:x-amz-server-side-encyption" ${lacks("s3:PutObject")}, so the Deny is not limited by it; want a condition key of the request; did you mean "s3:x-amz-server-side-encryption"?`,
    ],
  },
  {
    name: "a mistyped global key",
    statement: { ...put, Condition: { StringEquals: { "aws:SourceVpcId": "vpc-1" } } },
    says: [
      `Condition StringEquals aws:SourceVpcId: got "aws:SourceVpcId" ${lacks("s3:PutObject")}, so the statement never applies; want a condition key of the request; did you mean "aws:SourceVpc"?`,
    ],
  },
  {
    name: "a mistyped global key under a negated operator of an Allow, which it does not limit",
    statement: { ...put, Condition: { StringNotEquals: { "aws:RequestRegion": "us-east-1" } } },
    says: [
      `Condition StringNotEquals aws:RequestRegion: got "aws:RequestRegion" ${lacks("s3:PutObject")}, so it limits nothing; want a condition key of the request; did you mean "aws:RequestedRegion"?`,
    ],
  },
  {
    name: "a mistyped key where the actions may be any",
    statement: {
      Action: "*",
      Resource: "*",
      Condition: { StringEqualsIfExists: { "aws:RequestRegion": "x" } },
    },
    says: [
      'Condition StringEqualsIfExists aws:RequestRegion: got "aws:RequestRegion" which no service has, so it limits nothing; want a condition key of the request; did you mean "aws:RequestedRegion"?',
    ],
  },
  {
    name: "a key of another action of the service",
    statement: {
      Action: "s3:GetObject",
      Resource: "*",
      Condition: { "ForAnyValue:StringNotLike": { "s3:prefix": "a" } },
    },
    says: [
      `Condition ForAnyValue:StringNotLike s3:prefix: got "s3:prefix" ${lacks("s3:GetObject")}, so the statement never applies; want a condition key of the request`,
    ],
  },
  {
    name: "a key of another service",
    statement: {
      Action: "iam:PassRole",
      Resource: "*",
      Condition: { "ForAllValues:StringEquals": { "ec2:ResourceTag/team": "shop" } },
    },
    says: [
      `Condition ForAllValues:StringEquals ec2:ResourceTag/team: got "ec2:ResourceTag/team" ${lacks("iam:PassRole")}, so it limits nothing; want a condition key of the request`,
    ],
  },
  {
    name: "a key without its service",
    statement: { ...put, Condition: { Null: { SourceVpc: "true" } } },
    says: [
      `Condition Null SourceVpc: got "SourceVpc" ${lacks("s3:PutObject")}, so it limits nothing; want a condition key of the request; did you mean "aws:SourceVpc"?`,
    ],
  },
  {
    name: "a tag key without its tag",
    statement: { ...put, Condition: { Null: { "aws:ResourceTag/": "false" } } },
    says: [
      `Condition Null aws:ResourceTag/: got "aws:ResourceTag/" ${lacks("s3:PutObject")}, so the statement never applies; want a condition key of the request; did you mean "aws:ResourceTag/tag-key"?`,
    ],
  },
];

/** Keys that a request for the action may have. */
const known: readonly (readonly [action: string, ...keys: string[]])[] = [
  ["s3:PutObject", "s3:x-amz-server-side-encryption", "S3:X-AMZ-ACL", "aws:SourceVpc", "aws:sourcevpce"],
  [
    "s3:GetObject",
    "s3:ExistingObjectTag/team",
    "aws:ResourceTag/team",
    "aws:PrincipalTag/a/b",
    "s3:TlsVersion",
  ],
  ["s3:ListBucket", "s3:prefix", "aws:PrincipalOrgMasterAccountId"],
  ["ec2:StartInstances", "ec2:ResourceTag/team", "aws:ARN", "ec2:SourceInstanceArn"],
  ["kms:Decrypt", "kms:ViaService", "kms:EncryptionContext:aws:s3:arn"],
  ["ssm:GetParameter", "ssm:resourceTag/team"],
  ["iam:PassRole", "iam:PassedToService", "iam:AssociatedResourceArn"],
  ["iam:CreateRole", "iam:PermissionsBoundary", "aws:RequestTag/team", "aws:TagKeys"],
  ["sts:AssumeRole", "sts:ExternalId", "token.actions.githubusercontent.com:sub"],
  ["sts:AssumeRoleWithWebIdentity", "oidc.eks.eu-central-1.amazonaws.com/id/ABCD:aud", "SAML:aud"],
  ["dynamodb:GetItem", "dynamodb:LeadingKeys", "cognito-identity.amazonaws.com:sub"],
  ["s3:*", "s3:prefix", "s3:x-amz-acl"],
  ["elasticloadbalancing:AddTags", "elasticloadbalancing:CreateAction"],
];

describe("a condition key", () => {
  for (const { name, statement, says } of cases) {
    it(`is none of the request: ${name}`, async () => {
      assert.deepStrictEqual(await effectsOf(statement), says);
    });
  }

  for (const [action, ...keys] of known) {
    it(`is one of ${action}: ${keys.join(", ")}`, async () => {
      const conditions = Object.fromEntries(keys.map((key) => [key, "a"]));
      assert.deepStrictEqual(
        await effectsOf({ Action: action, Resource: "*", Condition: { StringLike: conditions } }),
        [],
      );
    });
  }

  it("is one of the request where any of the actions has it", async () => {
    const statement = { Action: ["s3:GetObject", "s3:ListBucket"], Resource: "*" };
    assert.deepStrictEqual(
      await effectsOf({ ...statement, Condition: { StringLike: { "s3:prefix": "a" } } }),
      [],
    );
  });
});
