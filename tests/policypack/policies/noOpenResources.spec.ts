import { noOpenResources } from "../../../policypack/policies/noOpenResources.ts";
import { allow, documentOf, itJudgesResources } from "../cases.ts";

const type = "aws:iam/policy:Policy";
const message = (got: string): string =>
  `subject policy.Statement[0]: got Allow ${got}; want the ARNs that the workload needs; list them, or limit the resources by a Condition`;

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
