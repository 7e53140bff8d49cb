import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type BucketLocationConstraint,
} from "@aws-sdk/client-s3";
import type { Clients } from "../clients.ts";
import { leaveAlone, makes, type RealCall, type Remove } from "./realCall.ts";

const fileName = "proof.txt";

/** The keys that the proof touches: one under the granted prefix, one beside it. */
const keysOf = (prefix: string) => ({ inside: `${prefix}${fileName}`, outside: `outside-${fileName}` });

/** A bucket with an object to read, made by the administrator of the embedded AWS. */
export async function makeBucket(
  { s3 }: Clients,
  bucket: string,
  prefixes: readonly string[],
  region: string,
): Promise<Remove> {
  const location =
    region === "us-east-1"
      ? {}
      : { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } };
  const made = await makes(s3.send(new CreateBucketCommand({ Bucket: bucket, ...location })));
  const keys = [...new Set(prefixes.flatMap((prefix) => Object.values(keysOf(prefix))))];
  for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: "proof" }));
  if (!made) return leaveAlone;
  return async () => {
    for (const Key of keys) await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    await s3.send(new DeleteBucketCommand({ Bucket: bucket }));
  };
}

/** Reading, listing, writing and deleting, under the granted prefix and beside it; deleting comes last. */
export function s3Calls({ s3 }: Clients, partition: string, bucket: string, prefix = ""): RealCall[] {
  const { inside, outside } = keysOf(prefix);
  const arn = `arn:${partition}:s3:::${bucket}`;
  const put = (Key: string): RealCall => ({
    action: "s3:PutObject",
    resource: `${arn}/${Key}`,
    send: () => s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: "proof" })),
  });
  const get = (Key: string): RealCall => ({
    action: "s3:GetObject",
    resource: `${arn}/${Key}`,
    send: () =>
      s3.send(new GetObjectCommand({ Bucket: bucket, Key })).then(({ Body }) => Body?.transformToByteArray()),
  });
  return [
    get(inside),
    {
      action: "s3:ListBucket",
      resource: arn,
      context: { "s3:prefix": [prefix] },
      send: () => s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix })),
    },
    put(inside),
    ...(prefix === "" ? [] : [get(outside), put(outside)]),
    {
      action: "s3:DeleteObject",
      resource: `${arn}/${inside}`,
      send: () => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: inside })),
    },
    {
      action: "s3:DeleteBucket",
      resource: arn,
      send: () => s3.send(new DeleteBucketCommand({ Bucket: bucket })),
    },
  ];
}
