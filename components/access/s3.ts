import type { AccessGrants } from "../config/accessSchema.ts";
import { looksLikeArn, type Target } from "../../iam/arn.ts";
import { allow, type Statement } from "../../iam/statement.ts";

/** `ListBucket` belongs to read: without it a missing key answers 403 where programs expect 404. */
const READ_OBJECT = ["s3:GetObject"];

/** A cancelled multipart upload leaves parts that cost money, so whoever uploads may also abort. */
const WRITE_OBJECT = ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"];

/**
 * Objects of one bucket, or those under a key prefix.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
 */
export function s3Statements(
  { bucket, prefix = "", level }: AccessGrants["s3"],
  target: Target,
): Statement[] {
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
}
