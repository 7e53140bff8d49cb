import assert from "node:assert/strict";
import { findEscalations } from "../../../iam/catalogue/escalation.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import { allow } from "../../policypack/cases.ts";

interface Case {
  readonly name: string;
  readonly statement: object;
  /** What each finding got. */
  readonly finds: readonly string[];
}

const account = "arn:aws:iam::111122223333";
const ownUser = "arn:aws:iam::*:user/${aws:username}";
const withBoundary = {
  Condition: { StringEquals: { "iam:PermissionsBoundary": `${account}:policy/limits/workload` } },
};

const onAnyResource = [
  "AddUserToGroup",
  "AttachGroupPolicy",
  "AttachRolePolicy",
  "AttachUserPolicy",
  "CreateAccessKey",
  "CreateLoginProfile",
  "CreatePolicyVersion",
  "DeleteRolePermissionsBoundary",
  "DeleteUserPermissionsBoundary",
  "PutGroupPolicy",
  "PutRolePermissionsBoundary",
  "PutRolePolicy",
  "PutUserPermissionsBoundary",
  "PutUserPolicy",
  "SetDefaultPolicyVersion",
  "UpdateAssumeRolePolicy",
  "UpdateLoginProfile",
];

const onOpenTargets: readonly [action: string, open: readonly string[], narrow: readonly string[]][] = [
  [
    "iam:PassRole",
    [
      "*",
      "arn:aws:iam::*:role/*",
      `${account}:role/*`,
      `${account}:*`,
      "arn:aws:iam::*:*",
      "arn:*",
      "arn:aws:iam",
      account,
    ],
    [
      `${account}:role/orders-api`,
      `${account}:role/orders/*`,
      `${account}:role/orders-*`,
      `${account}:user/*`,
    ],
  ],
  [
    "sts:AssumeRole",
    ["*", "arn:aws:iam::*:role/*", "arn:*:iam::*:role/*"],
    ["arn:aws:iam::*:role/reader", `${account}:role/warehouse-*`],
  ],
  [
    "lambda:UpdateFunctionCode",
    [
      "*",
      "arn:aws:lambda:*:*:function:*",
      "arn:aws:lambda:eu-central-1:111122223333:function:*",
      "arn:aws:lambda:*:*:function:*:$LATEST",
    ],
    ["arn:aws:lambda:eu-central-1:111122223333:function:orders-*"],
  ],
  [
    "glue:UpdateDevEndpoint",
    [
      "*",
      "arn:aws:glue:*:*:devEndpoint/*",
      "arn:aws:glue:*:*:devEndpoint/??????*",
      "arn:aws:glue:*:*:devEndpoint/*????????",
    ],
    ["arn:aws:glue:eu-central-1:111122223333:devEndpoint/orders"],
  ],
];

const cases: Case[] = [
  ...onAnyResource.map((name) => ({
    name: `finds iam:${name} on a named resource`,
    statement: allow(`iam:${name}`, `${account}:role/orders-api`),
    finds: [`Allow "iam:${name}"`],
  })),
  ...onOpenTargets.flatMap(([action, open, narrow]) => [
    ...open.map((resource) => ({
      name: `finds ${action} on ${resource}`,
      statement: allow(action, resource),
      finds: [`Allow "${action}" on "${resource}"`],
    })),
    ...narrow.map((resource) => ({
      name: `passes ${action} on ${resource}`,
      statement: allow(action, resource),
      finds: [],
    })),
  ]),
  {
    name: "finds every action of IAM",
    statement: allow("iam:*", "*"),
    finds: ['Allow "iam:*" that matches iam:AddUserToGroup and 25 more ways to escalate'],
  },
  {
    name: "finds a pattern over some actions, in any case",
    statement: allow(["IAM:putrole*", "iam:?ttachRolePolicy"], `${account}:role/*`),
    finds: [
      'Allow "IAM:putrole*" that matches iam:PutRolePermissionsBoundary and 1 more way to escalate',
      'Allow "iam:?ttachRolePolicy" that matches iam:AttachRolePolicy',
    ],
  },
  {
    name: "finds an open action on the roles of an account",
    statement: allow("*", `${account}:role/*`),
    finds: ['Allow "*" that matches iam:AddUserToGroup and 26 more ways to escalate'],
  },
  {
    name: "finds what NotAction leaves on the roles of an account",
    statement: { Effect: "Allow", NotAction: "s3:*", Resource: `${account}:role/*` },
    finds: ["Allow NotAction that leaves iam:AddUserToGroup"],
  },
  {
    name: "finds PassRole with NotResource",
    statement: { Effect: "Allow", Action: "iam:PassRole", NotResource: `${account}:role/admin` },
    finds: ['Allow "iam:PassRole" with NotResource'],
  },
  ...["role/${aws:username}", "role/${aws:PrincipalTag/team, '*'}"].map((role) => ({
    name: `does not take ${role} for what NotResource leaves out`,
    statement: { Effect: "Allow", Action: "iam:PassRole", NotResource: `${account}:${role}` },
    finds: ['Allow "iam:PassRole" with NotResource'],
  })),
  {
    name: "passes what NotResource leaves out",
    statement: {
      Effect: "Allow",
      Action: "iam:PassRole",
      NotResource: ["arn:aws:s3:::a", "arn:aws:iam::*:role/*"],
    },
    finds: [],
  },
  {
    name: "does not take a service for a limit of PassRole",
    statement: allow("iam:PassRole", "*", {
      Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    }),
    finds: ['Allow "iam:PassRole" on "*"'],
  },
  {
    name: "leaves grants of everything to their own policy",
    statement: allow(["*", "*:*"], "*"),
    finds: [],
  },
  {
    name: "leaves NotAction on everything to its own policy",
    statement: { Effect: "Allow", NotAction: "s3:*", Resource: "*" },
    finds: [],
  },
  ...["arn:aws:s3:::orders/*", "arn:aws:dynamodb:*:*:table/*", "arn:aws:i:::x", "arn:*:s3:::orders"].map(
    (resource) => ({
      name: `passes an open action on ${resource}, which is nothing of IAM`,
      statement: allow("*", resource),
      finds: [],
    }),
  ),
  ...["arn:aws:i*::111122223333:role/x", "arn:*:role/x", "arn:aw?:*m:*"].map((resource) => ({
    name: `finds an open action on ${resource}, which may be of IAM`,
    statement: allow("iam:PutRolePolicy", resource),
    finds: ['Allow "iam:PutRolePolicy"'],
  })),
  { name: "passes what is denied", statement: { ...allow("iam:*", "*"), Effect: "Deny" }, finds: [] },
  {
    name: "passes reading IAM, and making roles without rights",
    statement: allow(["iam:Get*", "iam:List*", "iam:CreateRole", "iam:TagRole", "iam:DetachRolePolicy"], "*"),
    finds: [],
  },
  {
    name: "passes changes of roles that must carry a boundary",
    statement: allow(
      ["iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary"],
      `${account}:role/orders/*`,
      withBoundary,
    ),
    finds: [],
  },
  {
    name: "finds the removal of a boundary, under whatever condition",
    statement: allow("iam:DeleteRolePermissionsBoundary", `${account}:role/orders/*`, withBoundary),
    finds: ['Allow "iam:DeleteRolePermissionsBoundary"'],
  },
  {
    name: "passes attaching policies from a list",
    statement: allow("iam:AttachRolePolicy", `${account}:role/*`, {
      Condition: { ArnEquals: { "iam:PolicyARN": `${account}:policy/orders/*` } },
    }),
    finds: [],
  },
  {
    name: "passes a user's own access keys",
    statement: allow(["iam:CreateAccessKey", "iam:UpdateLoginProfile"], ownUser),
    finds: [],
  },
  {
    name: "finds the access keys of all users beside one's own",
    statement: allow("iam:CreateAccessKey", [ownUser, `${account}:user/*`]),
    finds: ['Allow "iam:CreateAccessKey"'],
  },
  {
    name: "finds the sessions of others on instances",
    statement: allow("ssm:ResumeSession", "arn:aws:ssm:*:*:session/*"),
    finds: ['Allow "ssm:ResumeSession" on "arn:aws:ssm:*:*:session/*"'],
  },
  {
    name: "passes one's own sessions on instances, by their name",
    statement: allow("ssm:ResumeSession", "arn:aws:ssm:*:*:session/${aws:username}-*"),
    finds: [],
  },
  {
    name: "passes one's own sessions on instances, by their tag",
    statement: allow("ssm:ResumeSession", "arn:aws:ssm:*:*:session/*", {
      Condition: { StringLike: { "ssm:resourceTag/aws:ssmmessages:session-id": "${aws:userid}-*" } },
    }),
    finds: [],
  },
  {
    name: "passes the browser of AWS, which has no role",
    statement: allow(
      "bedrock-agentcore:StartBrowserSession",
      "arn:aws:bedrock-agentcore:eu-central-1:aws:browser/aws.browser.v1",
    ),
    finds: [],
  },
  {
    name: "passes assuming roles with a tag",
    statement: allow("sts:AssumeRole", "*", {
      Condition: { StringEquals: { "iam:ResourceTag/team": "orders" } },
    }),
    finds: [],
  },
  {
    name: "passes unknown parts, which are reported elsewhere",
    statement: allow([UNKNOWN, "iam:PassRole"] as unknown as string[], [UNKNOWN] as unknown as string[]),
    finds: [],
  },
];

describe("privilege escalation in a document", () => {
  for (const { name, statement, finds } of cases) {
    it(name, () => {
      const found = [...findEscalations({ Statement: [statement] }, "p")];
      assert.deepStrictEqual(
        found.map(({ at, got }) => `${at}: ${got}`),
        finds.map((got) => `p.Statement[0]: ${got}`),
      );
    });
  }

  it("says what to change", () => {
    const said = (statement: object) =>
      [...findEscalations({ Statement: statement }, "p")].map(({ want, fix }) => `${want}; ${fix}`);
    assert.deepStrictEqual(
      [
        "iam:CreatePolicyVersion",
        "iam:PutRolePolicy",
        "iam:AttachGroupPolicy",
        "iam:CreateAccessKey",
        "sts:AssumeRole",
      ]
        .map((action) => said(allow(action, "*")))
        .flat(),
      [
        "no right to change permissions; remove it",
        "no right to change permissions; remove it, or limit it by a Condition on iam:PermissionsBoundary",
        "no right to change permissions; remove it, or limit it by a Condition on iam:PolicyARN",
        "no credentials of other users; remove it, or limit it to arn:aws:iam::*:user/${aws:username}",
        "the ARNs that the workload needs; list them one by one, or by a prefix of their names",
      ],
    );
  });
});
