import type { ConditionTest, Pattern, PolicyStatement } from "../document/policyStatement.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import { matches } from "../patterns/wildcards.ts";
import { operatorOf } from "./operators.ts";
import { isOpenValue, type ValueKind } from "./openValues.ts";

/** A condition key that limits actions as well as the name of their target does. */
export interface LimitingKey {
  /** As AWS spells it. One that ends with a slash is followed by the key of a tag. */
  readonly key: string;
  /** What its values name, which says when one covers everything. */
  readonly values: ValueKind;
  /** The actions that it limits, as patterns. */
  readonly actions: readonly string[];
}

const managesUsersAndRoles = [
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:DeleteRolePolicy",
  "iam:DeleteUserPolicy",
  "iam:DetachRolePolicy",
  "iam:DetachUserPolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:PutUserPermissionsBoundary",
  "iam:PutUserPolicy",
];

/** Actions on targets that AWS lets be tagged, and of which it compares the tags. */
const tagged = [
  "acm-pca:*",
  "airflow:*",
  "amplify:*",
  "apprunner:*",
  "appstream:*",
  "athena:*",
  "batch:*",
  "bedrock-agentcore:*",
  "cloud9:*",
  "cloudformation:*",
  "codebuild:StartBuild*",
  "codebuild:StartSandbox",
  "codebuild:UpdateProject",
  "codedeploy:*",
  "codestar:*TeamMember",
  "cognito-identity:*",
  "datapipeline:*",
  "deadline:*",
  "devicefarm:*",
  "ec2-instance-connect:*",
  "ec2:*",
  "ecs:*",
  "eks:*",
  "elasticbeanstalk:*",
  "elasticmapreduce:*",
  "emr-containers:*",
  "emr-serverless:*",
  "fis:*",
  "gamelift:*",
  "gameliftstreams:*",
  "glue:*",
  "greengrass:*",
  "imagebuilder:*",
  "iot:*PolicyVersion",
  "kinesisanalytics:*",
  "lambda:*",
  "proton:*",
  "sagemaker:*",
  "servicecatalog:*",
  "ssm:*Association*",
  "ssm:*MaintenanceWindow*",
  "ssm:SendCommand",
  "ssm:Start*",
  "ssm:UpdateDocument",
  "states:*",
  "sts:AssumeRole",
  "transfer:*",
];

/**
 * The keys that limit a way to more rights. iam:PassRole is not among their actions: the tags of a role are no reliable
 * limit of it, and the service that it is passed to says nothing of the role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export const limitingKeys: readonly LimitingKey[] = [
  { key: "iam:PermissionsBoundary", values: "policy", actions: managesUsersAndRoles },
  {
    key: "iam:PolicyARN",
    values: "policy",
    actions: [
      "iam:AttachGroupPolicy",
      "iam:AttachRolePolicy",
      "iam:AttachUserPolicy",
      "iam:DetachGroupPolicy",
      "iam:DetachRolePolicy",
      "iam:DetachUserPolicy",
    ],
  },
  { key: "sts:TaskPolicyArn", values: "root task", actions: ["sts:AssumeRoot"] },
  { key: "aws:ResourceTag/", values: "text", actions: tagged },
  { key: "iam:ResourceTag/", values: "text", actions: ["sts:AssumeRole"] },
  {
    key: "ssm:resourceTag/",
    values: "text",
    actions: [
      "ssm:SendCommand",
      "ssm:StartSession",
      "ssm:ResumeSession",
      "ssm:*Association*",
      "ssm:Start*Execution",
      "ssm:*MaintenanceWindow*",
    ],
  },
  { key: "ec2:ResourceTag/", values: "text", actions: ["ec2:*", "ec2-instance-connect:*"] },
  { key: "ecs:ResourceTag/", values: "text", actions: ["ecs:ExecuteCommand"] },
  { key: "ecs:cluster", values: "cluster", actions: ["ecs:ExecuteCommand"] },
  { key: "elasticmapreduce:ResourceTag/", values: "text", actions: ["elasticmapreduce:*"] },
  { key: "sagemaker:ResourceTag/", values: "text", actions: ["sagemaker:*"] },
  {
    key: "cloudformation:RoleArn",
    values: "role",
    actions: [
      "cloudformation:CreateChangeSet",
      "cloudformation:UpdateStack",
      "cloudformation:UpdateStackSet",
    ],
  },
  {
    key: "emr-containers:ExecutionRoleArn",
    values: "role",
    actions: ["emr-containers:CreateManagedEndpoint", "emr-containers:StartJobRun"],
  },
  {
    key: "elasticmapreduce:ExecutionRoleArn",
    values: "role",
    actions: [
      "elasticmapreduce:AddJobFlowSteps",
      "elasticmapreduce:GetClusterSessionCredentials",
      "elasticmapreduce:StartSession",
    ],
  },
];

/** The keys that limit an action, the plainest first. */
export function keysThatLimit(action: string): LimitingKey[] {
  const lower = action.toLowerCase();
  return limitingKeys.filter(({ actions }) =>
    actions.some((pattern) => matches(pattern.toLowerCase(), lower)),
  );
}

const found = new Map<string, readonly LimitingKey[]>();

/** Whether a Condition of a statement keeps an action within what somebody chose. */
export function isLimited({ conditions }: PolicyStatement, action: string): boolean {
  if (conditions.length === 0) return false;
  const keys = found.get(action) ?? keysThatLimit(action);
  found.set(action, keys);
  return keys.some(({ key, values }) =>
    conditions.some(
      (test) => isKey(test.key, key) && demandsOneOf(test, (value) => !isOpenValue(value, values)),
    ),
  );
}

/** Whether a key of a document is one of the table; keys are compared without case. */
export function isKey(written: string, key: string): boolean {
  const [text, wanted] = [written.toLowerCase(), key.toLowerCase()];
  return wanted.endsWith("/") ? text.startsWith(wanted) && text.length > wanted.length : text === wanted;
}

/**
 * Whether a test holds only where the request has the key, and with one of its values, each of which is accepted. A
 * negated operator, `Null`, `…IfExists` and `ForAllValues:` hold as well where the request does not have the key. What is
 * unknown at preview is judged before it is deployed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function demandsOneOf(
  { operator, values }: ConditionTest,
  accepts: (value: string) => boolean,
): boolean {
  const known = operatorOf(operator);
  if (known === undefined || known.negated || known.ifExists || known.quantifier === "all") return false;
  if (known.type !== "text" && known.type !== "arn") return false;
  return values.length > 0 && values.every((value: Pattern) => value === UNKNOWN || accepts(value));
}
