import { document } from "./documents.ts";
import type { PolicyRows } from "./row.ts";

const it = (statement: object) => [
  { type: "aws:iam/policy:Policy", name: "it", inputs: { policy: JSON.stringify(document(statement)) } },
];
const attach = (name: string) => [
  {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    name: "it",
    inputs: { role: "r", policyArn: `arn:aws:iam::aws:policy/${name}` },
  },
];
const objects = "arn:aws:s3:::orders/*";

/** The policies that only advise, and what each advises against and passes. */
export const leastPrivilege: readonly PolicyRows[] = [
  {
    policy: "no-full-service-access",
    rows: [
      {
        name: "advises against every action of a service",
        resources: it({ Action: "s3:*", Resource: objects }),
        finds: [["no-full-service-access", "advisory", "it"]],
      },
      { name: "passes some actions of a service", resources: it({ Action: "s3:Get*", Resource: objects }) },
    ],
  },
  {
    policy: "no-open-resources",
    rows: [
      {
        name: "advises against any resource for an action that takes one",
        resources: it({ Action: "s3:GetObject", Resource: "*" }),
        finds: [["no-open-resources", "advisory", "it"]],
      },
      {
        name: "passes any resource for an action that takes none",
        resources: it({ Action: "ec2:DescribeInstances", Resource: "*" }),
      },
    ],
  },
  {
    policy: "no-risky-grants",
    rows: [
      {
        name: "advises against new versions of any launch template",
        resources: it({
          Action: "ec2:CreateLaunchTemplateVersion",
          Resource: "arn:aws:ec2:*:*:launch-template/*",
        }),
        finds: [["no-risky-grants", "advisory", "it"]],
      },
      {
        name: "passes new versions of one launch template",
        resources: it({
          Action: "ec2:CreateLaunchTemplateVersion",
          Resource: "arn:aws:ec2:eu-central-1:111122223333:launch-template/lt-0123456789abcdef0",
        }),
      },
    ],
  },
  {
    policy: "no-open-actions",
    rows: [
      {
        name: "advises against every action on some resources",
        resources: it({ Action: "*", Resource: objects }),
        finds: [["no-open-actions", "advisory", "it"]],
      },
      {
        name: "passes an action on some resources",
        resources: it({ Action: "s3:GetObject", Resource: objects }),
      },
    ],
  },
  {
    policy: "no-full-access-managed-policies",
    rows: [
      {
        name: "advises against a managed policy with full access",
        resources: attach("AmazonS3FullAccess"),
        finds: [["no-full-access-managed-policies", "advisory", "it"]],
      },
      { name: "passes a managed policy that reads", resources: attach("AmazonS3ReadOnlyAccess") },
    ],
  },
  {
    policy: "no-ineffective-grants",
    rows: [
      {
        name: "advises against an action on a resource that it never matches",
        resources: it({ Action: "s3:GetObject", Resource: "arn:aws:s3:::orders" }),
        finds: [["no-ineffective-grants", "advisory", "it"]],
      },
      {
        name: "advises against a condition key that no request has",
        resources: it({
          Action: "s3:GetObject",
          Resource: objects,
          Condition: { StringEquals: { "aws:SourceVpcId": "vpc-1" } },
        }),
        finds: [["no-ineffective-grants", "advisory", "it"]],
      },
      {
        name: "advises against a value that its operator cannot compare",
        resources: it({
          Action: "s3:GetObject",
          Resource: objects,
          Condition: { Bool: { "aws:SecureTransport": "yes" } },
        }),
        finds: [["no-ineffective-grants", "advisory", "it"]],
      },
      {
        name: "passes an action on a resource that it takes",
        resources: it({ Action: "s3:ListBucket", Resource: "arn:aws:s3:::orders" }),
      },
    ],
  },
];
