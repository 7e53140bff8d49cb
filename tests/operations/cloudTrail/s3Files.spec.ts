import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { readS3Address } from "../../../operations/cloudTrail/files/s3Address.ts";
import { s3Files } from "../../../operations/cloudTrail/files/s3Files.ts";
import { readEvents } from "../../../operations/cloudTrail/readEvents.ts";
import { account, dataEvent, eventFile, roleArn } from "../../../testing/cloudTrailEvents.ts";

const role = roleArn("orders-api");

describe("the files of a bucket", () => {
  for (const [text, expected] of [
    ["s3://trail/AWSLogs/1", { bucket: "trail", prefix: "AWSLogs/1" }],
    ["s3://trail", { bucket: "trail", prefix: "" }],
    ["S3://trail/", { bucket: "trail", prefix: "" }],
    ["./s3/trail", undefined],
  ] as const)
    it(`reads the address ${text}`, () => {
      assert.deepEqual(readS3Address(text), expected);
    });

  it("are listed page by page and read, and one that AWS refuses is said", async () => {
    const s3 = mockClient(S3Client);
    s3.on(ListObjectsV2Command, { Bucket: "trail", Prefix: "logs/" })
      .resolvesOnce({
        Contents: [{ Key: "logs/a.json.gz" }, { Key: "logs/readme.txt" }],
        NextContinuationToken: "2",
        IsTruncated: true,
      })
      .resolvesOnce({ Contents: [{ Key: "logs/b.json" }] });
    const packed = gzipSync(
      eventFile([dataEvent(role, "s3", "GetObject", { bucketName: "orders", key: "a" })]),
    );
    s3.on(GetObjectCommand, { Key: "logs/a.json.gz" }).resolves({ Body: Readable.from([packed]) as never });
    s3.on(GetObjectCommand, { Key: "logs/b.json" }).rejects(new Error("Access Denied"));
    const files = await s3Files(new S3Client({ region: "eu-central-1" }), {
      bucket: "trail",
      prefix: "logs/",
    });
    const wanted = {
      account,
      roles: [role],
      since: "2026-11-01T00:00:00.000Z",
      until: "2026-11-21T00:00:00.000Z",
    };
    const { roles, problems } = await readEvents(files, wanted);
    s3.restore();
    assert.deepEqual(
      [roles.get(role)?.calls.map(({ action }) => action), problems],
      [["s3:GetObject"], ["s3://trail/logs/b.json cannot be read: Access Denied"]],
    );
  });

  it("are missed where there are none", async () => {
    const s3 = mockClient(S3Client);
    s3.on(ListObjectsV2Command).resolves({});
    await assert.rejects(
      s3Files(new S3Client({ region: "eu-central-1" }), { bucket: "trail", prefix: "x" }),
      {
        message: "--events: got s3://trail/x, under which no key ends in .json or .json.gz",
      },
    );
    s3.restore();
  });
});
