import type { Readable } from "node:stream";
import { GetObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import type { STSClient } from "@aws-sdk/client-sts";
import { Failure } from "../../../commandLine/failure.ts";
import { isLoopback } from "../../../commandLine/loopback.ts";
import { fromAws } from "../../awsErrors.ts";
import { type EventFile, mayHoldEvents } from "./eventFile.ts";
import type { S3Address } from "./s3Address.ts";

/**
 * The objects under a prefix that may hold events, by key.
 *
 * @throws Failure where there is none, or where AWS lists none.
 */
export async function s3Files(client: S3Client, { bucket, prefix }: S3Address): Promise<EventFile[]> {
  const address = `s3://${bucket}/${prefix}`;
  const keys = await fromAws(`listing ${address}`, async () => {
    const found: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client },
      { Bucket: bucket, Prefix: prefix },
    ))
      found.push(...Contents.flatMap(({ Key }) => (Key !== undefined && mayHoldEvents(Key) ? [Key] : [])));
    return found;
  });
  if (keys.length === 0)
    throw new Failure(`--events: got ${address}, under which no key ends in .json or .json.gz`);
  return keys.map((key) => ({
    name: `s3://${bucket}/${key}`,
    open: async () => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Body as Readable;
    },
  }));
}

/**
 * A client for buckets, with the credentials of another. The bucket of a trail is often in another region than the stack.
 * An embedded AWS has no name for each bucket.
 */
export function s3ClientLike({ config }: STSClient, region: string): S3Client {
  return new S3Client({
    region,
    credentials: config.credentials,
    followRegionRedirects: true,
    forcePathStyle: isLoopback(process.env.AWS_ENDPOINT_URL),
    maxAttempts: 8,
  });
}
