import type { Condition } from "./conditions.ts";
import { chance, pick, type Random, some } from "./draw.ts";
import type { JudgedDocument, JudgedStatement } from "./evaluate.ts";

const account = "111122223333";

/** Actions as documents name them, of which many are ways to more rights. */
export const actionPatterns = [
  ...[
    "*",
    "*:*",
    "s3:*",
    "s3:Get*",
    "s3:GetObject",
    "S3:getobject",
    "s3:?etObject",
    "sqs:*",
    "sqs:SendMessage",
  ],
  ...[
    "iam:*",
    "iam:PassRole",
    "iam:Pass*",
    "iam:Attach*Policy",
    "iam:AttachRolePolicy",
    "iam:Put*",
    "IAM:createaccesskey",
  ],
  ...[
    "sts:AssumeRole",
    "sts:*",
    "sts:Assume*",
    "lambda:UpdateFunctionCode",
    "lambda:Update*",
    "ssm:SendCommand",
  ],
  ...[
    "ssm:StartSession",
    "ssm:Start*",
    "ec2:DescribeInstances",
    "ec2:*",
    "codebuild:StartBuild",
    "glue:UpdateJob",
  ],
  ...["*:Get*", "*:*Role*", "?am:PassRole", "iam:Create*", "iam:UpdateLoginProfile", "ecs:ExecuteCommand"],
];

/** Resources as documents name them; those that cover every role, function and the like stand among narrow ones. */
export const resourcePatterns = [
  ...["*", "**", "arn:*", "arn:aws:*", "arn:*:*:*:*:*", "arn:aws:iam::*", "arn:aws:iam", "arn:aws:iam::*:*"],
  ...["arn:aws:iam::*:role/*", `arn:aws:iam::${account}:role/*`, `arn:aws:iam::${account}:role/app-*`],
  ...[
    `arn:aws:iam::${account}:role/app-?`,
    "arn:aws:iam::*:role/??????*",
    `arn:aws:iam::${account}:role/*-app`,
  ],
  ...[`arn:aws:iam::${account}:user/*`, "arn:aws:iam::*:user/${aws:username}", `arn:aws:iam::${account}:*`],
  ...[
    "arn:aws:s3:::orders",
    "arn:aws:s3:::orders/*",
    "arn:aws:s3:::orders/${aws:username}/*",
    "arn:aws:s3:::*",
    "arn:aws:s3",
  ],
  ...[
    "arn:aws:s3:::orders/a?c",
    "arn:aws:s3:::orders/${*}",
    "arn:aws:s3:::*/orders:*",
    "arn:aws:s3:::orders/*:b",
  ],
  ...[`arn:aws:sqs:eu-central-1:${account}:orders`, `arn:aws:sqs:*:${account}:*`, "arn:aws:sqs:*:*:orders*"],
  ...[
    `arn:aws:lambda:*:${account}:function:*`,
    `arn:aws:lambda:eu-central-1:${account}:function:app-*`,
    "arn:aws:lambda:*",
  ],
  ...[
    "arn:aws:ec2:*:*:instance/*",
    `arn:aws:ec2:*:${account}:instance/i-*`,
    "arn:aws:ssm:*:*:document/*",
    "arn:aws:ec2:*:*:*",
  ],
  ...[`arn:aws:codebuild:*:${account}:project/*`, "arn:aws:glue:*:*:job/app", "arn:aws:ecs:*:*:task/*"],
  ...[
    "arn:aws:iam::*:role/${aws:PrincipalTag/team, 'app'}-*",
    "arn:aws:iam::*:role/${aws:PrincipalTag/team, '*'}",
  ],
];

const valuesOf: Readonly<Record<string, readonly string[]>> = {
  "aws:RequestedRegion": ["eu-central-1", "us-east-1", "eu-*", "*"],
  "aws:ResourceTag/team": ["orders", "ord*", "*", "${aws:PrincipalTag/team}"],
  "aws:PrincipalTag/team": ["orders", "billing"],
  "iam:PermissionsBoundary": [
    `arn:aws:iam::${account}:policy/boundary`,
    "arn:aws:iam::*:policy/*",
    `arn:aws:iam::${account}:policy/b*`,
    "*",
  ],
  "iam:PolicyARN": [
    `arn:aws:iam::${account}:policy/orders`,
    "arn:aws:iam::aws:policy/*",
    "arn:aws:iam::aws:policy/AdministratorAccess",
  ],
  "iam:PassedToService": ["ec2.amazonaws.com", "eks.amazonaws.com", "*.amazonaws.com"],
  "ssm:resourceTag/team": ["orders", "*"],
  "s3:prefix": ["home/", "home/${aws:username}/*", "*"],
};

/** Those that limit a way to more rights. */
const limits = ["aws:ResourceTag/team", "iam:PermissionsBoundary", "iam:PolicyARN"];

const textOperators = [
  "StringEquals",
  "StringLike",
  "StringNotEquals",
  "StringNotLike",
  "StringEqualsIgnoreCase",
];
const arnOperators = ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"];

/** Tests of which each compares a key with something else than text. */
const otherTests: readonly Condition[] = [
  { Bool: { "aws:MultiFactorAuthPresent": ["true"] } },
  { BoolIfExists: { "aws:SecureTransport": ["true"] } },
  { Null: { "iam:PermissionsBoundary": ["true"] } },
  { Null: { "aws:ResourceTag/team": ["false"] } },
  { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } },
  { NotIpAddress: { "aws:SourceIp": ["203.0.113.0/25", "198.51.100.7"] } },
  { NumericLessThan: { "aws:MultiFactorAuthAge": ["3600"] } },
  { DateLessThan: { "aws:CurrentTime": ["2027-03-31T00:00:00Z"] } },
];

function drawTest(random: Random): Condition {
  if (chance(random, 0.2)) return pick(random, otherTests);
  const key = pick(random, chance(random, 0.5) ? limits : Object.keys(valuesOf));
  const operators = /boundary|policyarn/i.test(key) && chance(random, 0.6) ? arnOperators : textOperators;
  const prefix = chance(random, 0.15) ? pick(random, ["ForAnyValue:", "ForAllValues:"]) : "";
  // AWS does not say what `IfExists` adds to a prefix.
  const suffix = prefix === "" && chance(random, 0.2) ? "IfExists" : "";
  const operator = pick(random, operators);
  // Nor what an ARN operator makes of a text that is no ARN.
  const values = (valuesOf[key] ?? []).filter(
    (value) => operator.startsWith("String") || value.startsWith("arn:"),
  );
  return { [`${prefix}${operator}${suffix}`]: { [key]: some(random, values, 2) } };
}

function drawCondition(random: Random): Condition {
  const condition: Record<string, Record<string, readonly string[]>> = {};
  for (let tests = chance(random, 0.3) ? 2 : 1; tests > 0; tests--) {
    for (const [operator, keys] of Object.entries(drawTest(random)))
      condition[operator] = { ...condition[operator], ...keys };
  }
  return condition;
}

export function drawStatement(random: Random, denies = 0.15): JudgedStatement {
  const actions = some(random, actionPatterns, 3);
  const resources = some(random, resourcePatterns, 3);
  return {
    Effect: chance(random, denies) ? "Deny" : "Allow",
    ...(chance(random, 0.1) ? { NotAction: actions } : { Action: actions }),
    ...(chance(random, 0.08) ? { NotResource: resources } : { Resource: resources }),
    ...(chance(random, 0.4) && { Condition: drawCondition(random) }),
  };
}

export function drawDocument(random: Random): JudgedDocument {
  return {
    Version: "2012-10-17",
    Statement: Array.from({ length: pick(random, [1, 1, 1, 2, 3]) }, () => drawStatement(random)),
  };
}
