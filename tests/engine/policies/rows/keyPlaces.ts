import { gzipSync } from "node:zlib";
import { asset, secret } from "../../../../testing/tableResources.ts";
import { hardened as metadataOptions } from "./requireImdsv2.ts";

const base64 = (data: string | Buffer) => Buffer.from(data).toString("base64");
const template = "aws:ec2/launchTemplate:LaunchTemplate";

/** Each kind of place where a key may stand, with the inputs that hold a text there. */
export const keyPlaces: readonly (readonly [
  place: string,
  type: string,
  inputs: (text: string) => Readonly<Record<string, unknown>>,
])[] = [
  ["a plain property", "aws:ssm/parameter:Parameter", (value) => ({ type: "String", value })],
  ["plain user data", template, (userData) => ({ metadataOptions, userData })],
  ["encoded user data", template, (text) => ({ metadataOptions, userData: base64(text) })],
  ["packed user data", template, (text) => ({ metadataOptions, userData: base64(gzipSync(text)) })],
  ["a value of a map", "aws:sqs/queue:Queue", (text) => ({ tags: { Owner: text } })],
  ["a key of a map", "aws:sqs/queue:Queue", (text) => ({ tags: { [text]: "owner" } })],
  [
    "a nested list",
    "aws:ecs/taskDefinition:TaskDefinition",
    (text) => ({ volumes: [{ options: [["a"], ["b", { deep: [text] }]] }] }),
  ],
  [
    "JSON text",
    "aws:ecs/taskDefinition:TaskDefinition",
    (value) => ({ containerDefinitions: JSON.stringify([{ environment: [{ name: "START", value }] }]) }),
  ],
  ["a secret", "aws:ssm/parameter:Parameter", (text) => ({ type: "SecureString", value: secret(text) })],
  ["a secret map", "aws:sqs/queue:Queue", (text) => ({ tags: secret({ Owner: text }) })],
  ["an asset", "aws:s3/bucketObjectv2:BucketObjectv2", (text) => ({ source: asset(text) })],
  [
    "a property of a provider",
    "pulumi:providers:aws",
    (a) => ({ defaultTags: JSON.stringify({ tags: { a } }) }),
  ],
  ["a resource of another package", "acme:index/thing:Thing", (text) => ({ keepers: { text } })],
  ["a provider of another package", "pulumi:providers:acme", (text) => ({ settings: text })],
];
