import { looksLikeArn } from "../../iam/arn.ts";
import { allow } from "../../iam/statement.ts";
import { text } from "../fields.ts";
import { readWriteLevels, resource, service } from "./service.ts";

/** `ListBucket` belongs to read: without it a missing key answers 403 where programs expect 404. */
const READ_OBJECT = ["s3:GetObject"];

/** A cancelled multipart upload leaves parts that cost money, so whoever uploads may also abort. */
const WRITE_OBJECT = ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"];

/**
 * Objects of one bucket, or those under a key prefix.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
 */
export const s3 = service({
  description: { english: "Objects of a bucket.", korean: "버킷의 객체" },
  fields: {
    bucket: resource({
      description: "The bucket.",
      noun: "a bucket name",
      name: /[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/,
      arn: ["s3", /[^/*?]+/],
      examples: ["orders", "arn:aws:s3:::orders"],
    }),
    prefix: text(
      "a key prefix without wildcards and of Latin-1 characters, such as incoming/",
      /^(?!.*[*?$])[\u0020-\u00ff]+$/,
    )
      .meta({
        description: "Only keys that start with this. The whole bucket if left out.",
        examples: ["incoming/"],
      })
      .optional(),
  },
  levels: readWriteLevels,
  examples: [{ bucket: "orders", prefix: "incoming/", level: "read" }],
  statements({ bucket, prefix = "", level }, target) {
    const bucketArn = looksLikeArn(bucket) ? bucket : `arn:${target.partition}:s3:::${bucket}`;
    const objects = [`${bucketArn}/${prefix}*`];
    const list = allow(
      ["s3:ListBucket"],
      [bucketArn],
      prefix ? { StringLike: { "s3:prefix": [`${prefix}*`] } } : undefined,
    );
    switch (level) {
      case "read":
        return [list, allow(READ_OBJECT, objects)];
      case "write":
        return [allow(WRITE_OBJECT, objects)];
      case "readWrite":
        return [list, allow([...READ_OBJECT, ...WRITE_OBJECT], objects)];
    }
  },
  neighbouringActions: ["s3:PutBucketPolicy", "s3:DeleteBucket"],
});
