import { looksLikeArn, regionalArn, type Target } from "../../../iam/arn.ts";
import { allow } from "../../../iam/statement.ts";
import { problem, text } from "../../fields.ts";
import { readWriteLevels, resource, service } from "../service.ts";

/** `ListBucket` belongs to read: without it a missing key answers 403 where programs expect 404. */
const READ_OBJECT = ["s3:GetObject"];

/** A cancelled multipart upload leaves parts that cost money, so whoever uploads may also abort. */
const WRITE_OBJECT = ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"];

/**
 * The end of the name of a directory bucket, whose objects are reached by sessions.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-security-iam-identity-policies.html
 */
const DIRECTORY = /--x-s3$/;

/**
 * The ends of aliases of access points, which stand for a bucket in requests but in no policy.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-naming.html
 */
const ALIAS = /-s3alias$|--ol-s3$/;

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
      arn: ["(?:s3|s3express)", /[^/*?]+|bucket\/[^/*?]+--x-s3/],
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
  refine({ bucket, prefix, level }, issues) {
    if (ALIAS.test(bucket)) {
      const message = "the bucket that the access point is for: IAM knows no alias";
      issues.addIssue({ code: "custom", message, path: ["bucket"], params: { shown: bucket } });
    }
    if (!DIRECTORY.test(bucket)) return;
    if (prefix !== undefined)
      issues.addIssue(
        problem("does nothing for a directory bucket, whose sessions reach all objects; remove it", [
          "prefix",
        ]),
      );
    if (level === "write") {
      const message = "read | readWrite: a session of a directory bucket that writes can read too";
      issues.addIssue({ code: "custom", message, path: ["level"] });
    }
  },
  examples: [
    { bucket: "orders", prefix: "incoming/", level: "read" },
    { bucket: "orders--euc1-az1--x-s3", level: "read" },
  ],
  statements({ bucket, prefix = "", level }, target) {
    if (DIRECTORY.test(bucket)) return [session(bucket, level, target)];
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

/** Without a mode a client gets a session that writes where it may, and else one that reads. */
function session(bucket: string, level: keyof typeof readWriteLevels, target: Target) {
  const name = bucket.replace(/^arn:.*[:/]/, "");
  const arn = bucket.includes(":s3express:") ? bucket : regionalArn(target, "s3express", `bucket/${name}`);
  const readOnly = { StringEquals: { "s3express:SessionMode": ["ReadOnly"] } };
  return allow(["s3express:CreateSession"], [arn], level === "read" ? readOnly : undefined);
}
