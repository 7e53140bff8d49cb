import { noOpenResources } from "../../../policypack/policies/noOpenResources.ts";
import { allow, documentOf, itJudgesResources } from "../cases.ts";

const type = "aws:iam/policy:Policy";
const message = (got: string): string =>
  `subject policy.Statement[0]: got Allow ${got}; want the ARNs that the workload needs; list them, or limit the resources by a Condition`;

type Test = readonly [action: string, operator: string, key: string, value: string];

const limits: readonly Test[] = [
  ["s3:GetObject", "StringEquals", "aws:ResourceAccount", "111122223333"],
  ["s3:GetObject", "StringEquals", "s3:ExistingObjectTag/team", "orders"],
  ["sqs:SendMessage", "StringEquals", "aws:ResourceOrgID", "o-1234567890"],
  ["ec2:StartInstances", "StringEquals", "ec2:ResourceTag/team", "${aws:PrincipalTag/team}"],
  ["ec2:StopInstances", "ArnEquals", "ec2:InstanceProfile", "arn:aws:iam::111122223333:instance-profile/x"],
  ["elasticloadbalancing:CreateLoadBalancer", "StringEquals", "aws:RequestTag/team", "orders"],
  ["ecs:ExecuteCommand", "ArnEquals", "ecs:cluster", "arn:aws:ecs:eu-central-1:111122223333:cluster/orders"],
  ["kms:Decrypt", "StringLike", "kms:ResourceAliases", "alias/orders"],
];

const limitsNothing: readonly Test[] = [
  ["s3:GetObject", "StringEquals", "aws:RequestedRegion", "eu-central-1"],
  ["s3:GetObject", "NumericGreaterThanEquals", "s3:TlsVersion", "1.2"],
  ["s3:GetObject", "StringEquals", "s3:authType", "REST-HEADER"],
  ["s3:GetObject", "StringEquals", "aws:PrincipalOrgID", "o-1234567890"],
  ["s3:GetObject", "StringEquals", "aws:SourceVpce", "vpce-1"],
  ["kms:Decrypt", "StringEquals", "kms:ViaService", "s3.eu-central-1.amazonaws.com"],
  ["ec2:StartInstances", "StringEquals", "ec2:Region", "eu-central-1"],
  ["ec2:StartInstances", "StringNotEquals", "aws:ResourceTag/team", "orders"],
  ["ec2:StartInstances", "StringEqualsIfExists", "aws:ResourceTag/team", "orders"],
  ["ec2:StartInstances", "Null", "aws:ResourceTag/team", "false"],
  ["ec2:StartInstances", "StringLike", "aws:ResourceTag/team", "*"],
  ["ec2:StartInstances", "ForAllValues:StringEquals", "aws:ResourceTag/team", "orders"],
  ["sqs:SendMessage", "StringEquals", "ec2:ResourceTag/team", "orders"],
  ["s3:GetObject", "StringLike", "aws:ResourceAccount", "*"],
];

describe("no-open-resources", () => {
  itJudgesResources(noOpenResources, [
    {
      name: "reports actions that take resources, on any resource",
      type,
      props: { policy: documentOf(allow(["s3:GetObject", "ec2:DescribeInstances", "sqs:Send*"], ["*"])) },
      reports: [message('"s3:GetObject", "sqs:Send*" on "*"')],
    },
    {
      name: "reports them with NotResource, too",
      type,
      props: {
        policy: documentOf({ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::secret/*" }),
      },
      reports: [message('"s3:GetObject" with NotResource "arn:aws:s3:::secret/*"')],
    },
    {
      name: "reports a long list by its first actions",
      type,
      props: {
        policy: documentOf(
          allow(
            ["a", "b", "c", "d", "e", "f", "g"].map((end) => `s3:Get*${end}*`),
            "*",
          ),
        ),
      },
      reports: [message('"s3:Get*a*", "s3:Get*b*", "s3:Get*c*", "s3:Get*d*", "s3:Get*e*" and 2 more on "*"')],
    },
    {
      name: "passes actions that take no resource",
      type,
      props: {
        policy: documentOf(
          allow(
            [
              "ec2:Describe*",
              "ec2:DescribeInstances",
              "ecr:GetAuthorizationToken",
              "cloudwatch:GetMetricData",
            ],
            "*",
          ),
        ),
      },
      reports: [],
    },
    {
      name: "passes a resource that a Condition limits",
      type,
      props: {
        policy: documentOf(
          allow("ec2:StartInstances", "*", {
            Condition: { StringEquals: { "aws:ResourceTag/team": "orders" } },
          }),
          allow("cloudwatch:PutMetricData", "*", {
            Condition: { StringEquals: { "cloudwatch:namespace": "Dev/OrdersApi" } },
          }),
        ),
      },
      reports: [],
    },
    {
      name: "reports a Condition that says nothing about the resource",
      type,
      props: {
        policy: documentOf(
          allow("s3:GetObject", "*", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
        ),
      },
      reports: [message('"s3:GetObject" on "*"')],
    },
    ...limits.map(([action, operator, key, value]) => ({
      name: `passes ${action} under ${operator} ${key} ${value}`,
      type,
      props: { policy: documentOf(allow(action, "*", { Condition: { [operator]: { [key]: value } } })) },
      reports: [],
    })),
    ...limitsNothing.map(([action, operator, key, value]) => ({
      name: `reports ${action} under ${operator} ${key} ${value}`,
      type,
      props: { policy: documentOf(allow(action, "*", { Condition: { [operator]: { [key]: value } } })) },
      reports: [message(`"${action}" on "*"`)],
    })),
    {
      name: "reports only the actions that a Condition does not limit",
      type,
      props: {
        policy: documentOf(
          allow(["ec2:StartInstances", "sqs:SendMessage"], "*", {
            Condition: { StringEquals: { "ec2:ResourceTag/team": "orders" } },
          }),
        ),
      },
      reports: [message('"sqs:SendMessage" on "*"')],
    },
    {
      name: "leaves whole services and everything to other policies",
      type,
      props: { policy: documentOf(allow(["s3:*", "*"], "*")) },
      reports: [],
    },
    {
      name: "passes named resources, unknown services and unknown actions",
      type,
      props: {
        policy: documentOf(
          allow("s3:GetObject", "arn:aws:s3:::orders/*"),
          allow(["acme:Get", "s3:NoSuchAction", "nonsense"], "*"),
        ),
      },
      reports: [],
    },
  ]);
});
