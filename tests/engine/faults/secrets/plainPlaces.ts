import { gzipSync } from "node:zlib";
import type { SyntheticKey } from "../../../../testing/syntheticKeys.ts";

const base64 = (data: string | Buffer) => Buffer.from(data).toString("base64");

/** The pair as scripts and notes have it. */
const pair = ({ id, secret }: SyntheticKey) => `AWS_ACCESS_KEY_ID=${id} AWS_SECRET_ACCESS_KEY=${secret}`;

const launch = (fields: object) => ({ launch: { image: "al2023", instanceType: "t3.micro", ...fields } });
const statement = (fields: object) => ({
  statements: [{ actions: ["s3:GetObject"], resources: ["*"], ...fields }],
});

type Workload = Readonly<Record<string, unknown>>;

/** Each place of a workload that takes a text, with a workload that has a key there. */
export const workloadPlaces: readonly (readonly [
  place: string,
  workload: (key: SyntheticKey) => Workload,
])[] = [
  ["a description", (key) => ({ description: pair(key) })],
  ["the value of a tag", (key) => ({ tags: { Owner: pair(key) } })],
  ["the key of a tag", (key) => ({ tags: { [pair(key)]: "owner" } })],
  ["user data", (key) => launch({ userData: `#!/bin/sh\nexport ${pair(key)}\n` })],
  ["user data in base64", (key) => launch({ userData: base64(`#!/bin/sh\nexport ${pair(key)}\n`) })],
  ["packed user data", (key) => launch({ userData: base64(gzipSync(`#!/bin/sh\nexport ${pair(key)}\n`)) })],
  ["a file of user data", () => launch({ userDataFile: "with-a-key.sh" })],
  ["the path of a file", (key) => launch({ userDataFile: pair(key) })],
  ["an image", (key) => launch({ image: key.secret })],
  ["an instance type", (key) => launch({ instanceType: key.secret })],
  ["a hop limit", (key) => launch({ hopLimit: key.id })],
  ["a security group", (key) => launch({ securityGroupIds: [key.secret] })],
  ["a key of KMS", (key) => launch({ rootVolume: { kmsKey: pair(key) } })],
  ["the id of a statement", (key) => statement({ sid: key.id })],
  ["an action", (key) => statement({ actions: [`s3:${key.id}`] })],
  ["a resource", (key) => statement({ resources: [`arn:aws:s3:::${key.id}/${pair(key)}`] })],
  ["a condition", (key) => statement({ conditions: { StringEquals: { "aws:PrincipalTag/x": pair(key) } } })],
  [
    "the key of a condition",
    (key) => statement({ conditions: { StringEquals: { [`aws:PrincipalTag/${key.id}`]: "x" } } }),
  ],
  ["an operator", (key) => statement({ conditions: { [key.id]: { "aws:PrincipalTag/x": "x" } } })],
  ["a grant", (key) => ({ access: [{ s3: { bucket: key.id, level: "read" } }] })],
  [
    "the prefix of a grant",
    (key) => ({ access: [{ s3: { bucket: "orders", prefix: pair(key), level: "read" } }] }),
  ],
  ["a level", (key) => ({ access: [{ sqs: { queue: "orders", level: key.id } }] })],
  ["a service", (key) => ({ access: [{ [key.id]: { queue: "orders" } }] })],
  ["a managed policy", (key) => ({ managedPolicies: [key.id] })],
  ["a boundary", (key) => ({ permissionsBoundary: `account:${pair(key)}` })],
  ["a length of sessions", (key) => ({ maxSessionHours: key.id })],
  ["an instance", (key) => ({ attachTo: [key.id] })],
  ["an unknown field", (key) => ({ [key.id]: "x", credentials: pair(key) })],
];

/** The file that the row about a file names. */
export const userDataFile = (key: SyntheticKey) => `#!/bin/sh\nexport ${pair(key)}\n`;

/** Places beside the workloads, each with its key. */
export const stackPlaces: readonly (readonly [place: string, values: (key: SyntheticKey) => Workload])[] = [
  ["the environment", (key) => ({ "instance-profiles:environment": key.id })],
  ["a tag of the stack", (key) => ({ "instance-profiles:tags": { Owner: pair(key) } })],
  ["a boundary of the stack", (key) => ({ "instance-profiles:permissionsBoundary": key.id })],
  ["an unknown setting", (key) => ({ [`instance-profiles:${key.id}`]: pair(key) })],
  ["another program's setting", (key) => ({ "other:note": pair(key) })],
  ["the keys of the provider", (key) => ({ "aws:accessKey": key.id, "aws:secretKey": key.secret })],
];
