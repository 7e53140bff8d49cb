import type { Readable } from "node:stream";
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import { Failure } from "../../../commandLine/failure.ts";
import { fromAws } from "../../awsErrors.ts";
import { type EventFile, mayHoldEvents } from "./eventFile.ts";

/** A bucket and the start of keys in it. */
export interface S3Address {
  readonly bucket: string;
  readonly prefix: string;
}

/** The parts of `s3://bucket/prefix`; undefined for what begins otherwise. */
export function readS3Address(text: string): S3Address | undefined {
  const found = /^s3:\/\/([^/]+)\/?(.*)$/i.exec(text);
  return found ? { bucket: found[1] ?? "", prefix: found[2] ?? "" } : undefined;
}

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
