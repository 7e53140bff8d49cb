import { gzipSync } from "node:zlib";
import { sampleId, sampleSecret } from "../../testing/sampleKeys.ts";
import type { GraphedTemplate, GraphedWorkload, OtherResource } from "./graph.ts";

/** What is wrong with a workload, in words and as the change that makes it so. */
export type Fault = readonly [words: string, plant: (workload: GraphedWorkload) => GraphedWorkload];

const awsPolicy = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const script = `#!/bin/bash\nexport AWS_ACCESS_KEY_ID=${sampleId("AKIA")}\nexport AWS_SECRET_ACCESS_KEY=${sampleSecret}\n`;
const base64 = (data: string | Buffer) => Buffer.from(data).toString("base64");

/** Keys stand as CDK's own `PolicyStatement` writes them: a rule of cdk-nag takes a grant for one only in this order. */
function granting(words: string, ...statements: readonly Readonly<Record<string, unknown>>[]): Fault {
  const sorted = (statement: object) =>
    Object.fromEntries(Object.entries(statement).sort(([one], [other]) => (one < other ? -1 : 1)));
  const document = {
    Version: "2012-10-17",
    Statement: statements.map((own) => sorted({ Effect: "Allow", ...own })),
  };
  return [words, (workload) => ({ ...workload, policies: [document] })];
}

function attaching(words: string, ...managedPolicyArns: readonly string[]): Fault {
  return [words, (workload) => ({ ...workload, managedPolicyArns })];
}

function trusting(words: string, Principal: unknown): Fault {
  const assumeRolePolicy = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal }],
  };
  return [words, (workload) => ({ ...workload, assumeRolePolicy })];
}

function starting(words: string, changes: Partial<GraphedTemplate>): Fault {
  return [
    words,
    (workload) => ({
      ...workload,
      templates: workload.templates.map((template) => ({ ...template, ...changes })),
    }),
  ];
}

/** cdk-nag looks at a launch template only where an instance or an Auto Scaling group of the same stack takes it. */
function withInstance([words, plant]: Fault): Fault {
  const protection = { monitoring: true, disableApiTermination: true };
  return [
    `${words}, and an instance of the template`,
    (workload) => {
      const launchTemplateName = `${workload.physicalName}-0`;
      const instance: OtherResource = {
        construct: ["ec2", "CfnInstance"],
        properties: { ...protection, launchTemplate: { launchTemplateName, version: "1" } },
        type: "aws:ec2/instance:Instance",
        inputs: { ...protection, launchTemplate: { name: launchTemplateName, version: "1" } },
      };
      return { ...plant(workload), others: [instance] };
    },
  ];
}

const hops = { httpEndpoint: "enabled", httpPutResponseHopLimit: 1 };
const imdsv1 = starting("IMDSv1", { metadataOptions: { ...hops, httpTokens: "optional" } });
const notEncrypted = starting("a root volume that is not encrypted", { ebs: { encrypted: false } });
const ingress = { ipProtocol: "tcp", fromPort: 22, toPort: 22 };
const instance = { imageId: "ami-0123456789abcdef0", instanceType: "t3.micro" };

/** Faults of a workload's role, policies and launch template, and what else cdk-nag knows beside them. */
export const faults: readonly Fault[] = [
  ["no fault", (workload) => workload],
  granting("`*` on `*`", { Action: "*", Resource: "*" }),
  granting("`*:*` on `*`", { Action: "*:*", Resource: "*" }),
  granting("`?*` on `*`", { Action: "?*", Resource: "*" }),
  granting("`*` on `arn:aws:*`", { Action: "*", Resource: ["arn:aws:*"] }),
  granting("`NotAction` on `*`", { NotAction: ["account:*"], Resource: "*" }),
  granting("`*` on a `NotResource`", { Action: "*", NotResource: "arn:aws:s3:::audit/*" }),
  granting(
    "`*` in two halves, `NotAction` and the rest",
    { NotAction: "s3:*", Resource: "*" },
    { Action: "s3:*", Resource: "*" },
  ),
  granting("`iam:PassRole` on `*`", { Action: "iam:PassRole", Resource: "*" }),
  granting("`iam:CreatePolicyVersion` on its own policy", {
    Action: "iam:CreatePolicyVersion",
    Resource: "arn:aws:iam::111122223333:policy/own",
  }),
  granting("`s3:*` on one bucket", { Action: "s3:*", Resource: "arn:aws:s3:::orders" }),
  granting("`s3:GetObject` on `*`", { Action: "s3:GetObject", Resource: "*" }),
  granting("`s3:Get*` on the objects of one bucket", {
    Action: "s3:Get*",
    Resource: "arn:aws:s3:::orders/*",
  }),
  granting("`s3:GetObject` on the objects of one bucket", {
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::orders/*",
  }),
  granting("`ec2:DescribeInstances` on `*`, which IAM cannot limit", {
    Action: "ec2:DescribeInstances",
    Resource: "*",
  }),
  attaching("`AdministratorAccess`", awsPolicy("AdministratorAccess")),
  attaching("`AmazonS3FullAccess`", awsPolicy("AmazonS3FullAccess")),
  attaching("`AmazonSSMManagedInstanceCore`", awsPolicy("AmazonSSMManagedInstanceCore")),
  trusting("trust in everyone", "*"),
  trusting("trust in EC2 and another account", {
    Service: "ec2.amazonaws.com",
    AWS: "arn:aws:iam::444455556666:root",
  }),
  [
    "no permissions boundary, where one is demanded",
    (workload) => ({ ...workload, permissionsBoundary: undefined }),
  ],
  granting("a policy of 9,000 characters", {
    Action: "s3:GetObject",
    Resource: Array.from({ length: 300 }, (_, index) => `arn:aws:s3:::orders-${index}/x`),
  }),
  starting("an access key in user data", { userData: base64(script) }),
  starting("an access key in gzip-compressed user data", { userData: base64(gzipSync(script)) }),
  starting("an access key in base64 within user data", {
    userData: base64(`echo ${base64(script)}|base64 -d`),
  }),
  imdsv1,
  withInstance(imdsv1),
  starting("no metadata options", { metadataOptions: undefined }),
  starting("no hop limit", { metadataOptions: { httpEndpoint: "enabled", httpTokens: "required" } }),
  [
    "its role in a second workload",
    (workload) => ({ ...workload, templates: [...workload.templates, ...workload.templates] }),
  ],
  notEncrypted,
  withInstance(notEncrypted),
  beside("an instance with IMDSv1 and no detailed monitoring", "CfnInstance", "instance:Instance", instance),
  beside("a security group that lets everyone use SSH", "CfnSecurityGroup", "securityGroup:SecurityGroup", {
    groupDescription: "ssh",
    securityGroupIngress: [{ ...ingress, cidrIp: "0.0.0.0/0" }],
  }),
  beside("a bare bucket", "CfnBucket", "bucket:Bucket", {}),
];

/** Only resources that the pack reads in the same words as CloudFormation, or not at all. */
function beside(
  words: string,
  name: string,
  type: string,
  properties: Readonly<Record<string, unknown>>,
): Fault {
  const module = name === "CfnBucket" ? "s3" : "ec2";
  const other = {
    construct: [module, name] as const,
    properties,
    type: `aws:${module}/${type}`,
    inputs: properties,
  };
  return [words, (workload) => ({ ...workload, others: [other] })];
}
