import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { asset } from "@pulumi/pulumi";
import { noInlineAccessKeys } from "../../../policypack/policies/noInlineAccessKeys.ts";
import { sampleId, sampleSecret } from "../../../testing/sampleKeys.ts";
import { unknownList, unknownText, violations } from "../violations.ts";

const id = sampleId("AKIA");
const wantRole =
  "want temporary credentials from a role; remove it, deactivate the key, and let the workload use its instance profile";
const wantEnvironment =
  "want credentials from the environment or a role; remove it, deactivate the key, and set assumeRoles or log in before pulumi runs";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const provider = "pulumi:providers:aws";

function launchTemplate(): Record<string, unknown> {
  return {
    imageId: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
    userData: Buffer.from("#!/bin/bash\nsystemctl start orders-api.service\n").toString("base64"),
    iamInstanceProfile: { arn: "arn:aws:iam::111122223333:instance-profile/orders/dev/orders-dev-api" },
    tags: { commit: "0123456789abcdef0123456789abcdef01234567", role: sampleId("AROA") },
  };
}

const bomb = gzipSync(Buffer.alloc(25 * 1024 * 1024)).toString("base64");

interface Case {
  readonly name: string;
  readonly type: string;
  readonly props: Record<string, unknown>;
  readonly reports: string[];
}

const script = `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${sampleSecret}\n`;

const cases: Case[] = [
  { name: "passes a launch template without keys", type: template, props: launchTemplate(), reports: [] },
  {
    name: "reports a pair in encoded user data",
    type: template,
    props: { ...launchTemplate(), userData: gzipSync(script).toString("base64") },
    reports: [
      `subject userData: got an AWS access key id (AKIA…); ${wantRole}`,
      `subject userData: got an AWS secret access key; ${wantRole}`,
    ],
  },
  {
    name: "reports a key in a tag of any resource",
    type: "random:index/randomPet:RandomPet",
    props: { keepers: { "my key": id } },
    reports: [`subject keepers["my key"]: got an AWS access key id (AKIA…); ${wantRole}`],
  },
  {
    name: "reports keys on both sides of unknown values",
    type: template,
    props: {
      description: id,
      imageId: unknownText,
      securityGroups: unknownList,
      tags: { a: unknownText, b: id },
    },
    reports: [
      `subject description: got an AWS access key id (AKIA…); ${wantRole}`,
      `subject tags.b: got an AWS access key id (AKIA…); ${wantRole}`,
    ],
  },
  {
    name: "reports a key in the text of an uploaded object",
    type: "aws:s3/bucketObjectv2:BucketObjectv2",
    props: { bucket: "b", source: new asset.StringAsset(script) },
    reports: [
      `subject source.text: got an AWS access key id (AKIA…); ${wantRole}`,
      `subject source.text: got an AWS secret access key; ${wantRole}`,
    ],
  },
  {
    name: "reports a resource that makes an access key",
    type: "aws:iam/accessKey:AccessKey",
    props: { user: "deployer" },
    reports: [`subject type: got aws:iam/accessKey:AccessKey, a key that never expires; ${wantRole}`],
  },
  {
    name: "reports keys on a provider, each once, whatever they look like",
    type: provider,
    props: { region: "eu-west-1", accessKey: id, secretKey: "test" },
    reports: [
      `subject accessKey: got a key on the provider; ${wantEnvironment}`,
      `subject secretKey: got a key on the provider; ${wantEnvironment}`,
    ],
  },
  {
    name: "reports keys on a provider that are unknown at preview",
    type: provider,
    props: { accessKey: unknownText },
    reports: [`subject accessKey: got a key on the provider; ${wantEnvironment}`],
  },
  {
    name: "reports a key elsewhere on a provider",
    type: provider,
    props: { accessKey: "", defaultTags: JSON.stringify({ tags: { owner: id } }) },
    reports: [`subject defaultTags: got an AWS access key id (AKIA…); ${wantRole}`],
  },
  {
    name: "passes a provider that takes its credentials from a role",
    type: provider,
    props: { region: "eu-west-1", assumeRoles: '[{"roleArn":"arn:aws:iam::111122223333:role/deploy"}]' },
    reports: [],
  },
  {
    name: "reports a text that cannot be searched to its end",
    type: template,
    props: { ...launchTemplate(), userData: bomb },
    reports: [
      "subject userData: got text that unpacks to more than 20 MiB and could not be searched to its end; want text in which an access key would be seen; write it plainly, or keep it in S3 and let the workload fetch it with its role",
    ],
  },
  {
    name: "reports a key on the other AWS provider",
    type: "pulumi:providers:aws-native",
    props: { region: "eu-west-1", secretKey: "test" },
    reports: [`subject secretKey: got a key on the provider; ${wantEnvironment}`],
  },
  {
    name: "reports a resource of the other AWS provider that makes an access key",
    type: "aws-native:iam:AccessKey",
    props: { userName: "deployer" },
    reports: [`subject type: got aws-native:iam:AccessKey, a key that never expires; ${wantRole}`],
  },
  {
    name: "reports a session token on a provider, which nothing deactivates",
    type: provider,
    props: { region: "eu-west-1", token: "test" },
    reports: [
      "subject token: got a session token on the provider; want credentials from the environment or a role; remove it, and set assumeRoles or log in before pulumi runs",
    ],
  },
  {
    name: "reports a resource that makes a service-specific credential",
    type: "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
    props: { serviceName: "codecommit.amazonaws.com", userName: "deployer" },
    reports: [
      `subject type: got aws:iam/serviceSpecificCredential:ServiceSpecificCredential, a password of a user; ${wantRole.replace("the key", "the credential")}`,
    ],
  },
  {
    name: "reports a service-specific credential of the other AWS provider",
    type: "aws-native:iam:ServiceSpecificCredential",
    props: { serviceName: "bedrock.amazonaws.com", userName: "deployer" },
    reports: [
      `subject type: got aws-native:iam:ServiceSpecificCredential, a password of a user; ${wantRole.replace("the key", "the credential")}`,
    ],
  },
  {
    name: "does not call a secret of nobody in particular AWS's",
    type: template,
    props: { ...launchTemplate(), userData: Buffer.from(`secret_key=${sampleSecret}\n`).toString("base64") },
    reports: [
      "subject userData: got a secret of 40 characters, as AWS's secret access keys are; want no secret in plain text; keep it in Secrets Manager or Parameter Store and let the workload read it with its role",
    ],
  },
  {
    name: "passes a secret of another vendor",
    type: template,
    props: {
      ...launchTemplate(),
      userData: Buffer.from(`TURNSTILE_SECRET_KEY=${sampleSecret}\n`).toString("base64"),
    },
    reports: [],
  },
  {
    name: "reports a session token in user data",
    type: template,
    props: {
      ...launchTemplate(),
      userData: Buffer.from(
        `AWS_SESSION_TOKEN=${createHash("shake256", { outputLength: 300 }).digest("base64")}\n`,
      ).toString("base64"),
    },
    reports: [
      "subject userData: got an AWS session token; want temporary credentials from a role; remove it, and let the workload use its instance profile",
    ],
  },
  {
    name: "passes inputs of these names on other resources",
    type: "other:index:Thing",
    props: { accessKey: "door", secretKey: "chest" },
    reports: [],
  },
];

describe("no-inline-access-keys", () => {
  for (const { name, type, props, reports } of cases) {
    it(name, async () => {
      assert.deepStrictEqual(await violations(noInlineAccessKeys, type, props), reports);
    });
  }
});
