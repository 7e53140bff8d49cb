import {
  CreateBucketCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { projectFolder } from "../../../sandbox/paths.ts";
import { writeStart } from "../../../testing/engineProject.ts";
import { runOrFail } from "./project.ts";

export const bucket = "acme-pulumi-state";

/** As a user writes it for AWS, with the endpoint of an embedded one. */
export const backendUrl = (endpoint: string) =>
  `s3://${bucket}?region=eu-central-1&endpoint=${endpoint}&s3ForcePathStyle=true`;

export async function makeBucket(s3: S3Client): Promise<void> {
  await s3.send(
    new CreateBucketCommand({
      Bucket: bucket,
      CreateBucketConfiguration: { LocationConstraint: "eu-central-1" },
    }),
  );
}

/** Makes a KMS key with a Pulumi program in a folder, and returns its ARN. */
export async function makeKey(folder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const project = path.join(folder, "key");
  mkdirSync(project);
  symlinkSync(path.join(projectFolder, "node_modules"), path.join(project, "node_modules"));
  writeStart(project);
  writeFileSync(
    path.join(project, "Pulumi.yaml"),
    "name: key\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
  );
  writeFileSync(
    path.join(project, "index.ts"),
    'import { Key } from "@pulumi/aws/kms/index.js";\nexport const arn = new Key("state").arn;\n',
  );
  const pulumi = (...args: string[]) => runOrFail(project, environment, ["pulumi", ...args]);
  await pulumi("stack", "init", "key");
  await pulumi("up", "--yes", "--skip-preview");
  return (await pulumi("stack", "output", "arn")).trim();
}

/** Every object of the bucket, by its key. */
export async function objects(s3: S3Client): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket }))
    for (const { Key = "" } of Contents) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
      found.set(Key, (await Body?.transformToString()) ?? "");
    }
  return found;
}
