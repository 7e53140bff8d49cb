import { looksLikeArn, regionalArn, type Target } from "../../../iam/arn.ts";
import { oneOf, oneOrSeveral, problem, text } from "../../fields.ts";
import type { Right } from "../rights.ts";
import { service } from "../service.ts";

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

const ACCESS_POINT = /:accesspoint\//;

const OF_SESSIONS = "does nothing for a directory bucket, whose sessions reach all objects; remove it";

const wantPrefix = "a key prefix without wildcards and of Latin-1 characters, such as incoming/";
const wantParts = "versions | tags | acl, or a list of these";

type Part = "versions" | "tags" | "acl";

/** Which parts a level has anything of. */
const PARTS_OF: Readonly<Record<string, readonly Part[]>> = {
  list: ["versions"],
  get: ["versions", "tags", "acl"],
  put: ["tags", "acl"],
  delete: ["versions"],
  read: ["versions", "tags", "acl"],
  write: ["versions", "tags", "acl"],
  readPut: ["versions", "tags", "acl"],
  readWrite: ["versions", "tags", "acl"],
};

const listLimit = { StringLike: { "s3:prefix": ["{prefixes}"] } };

/** Of the list of a bucket, all of it or what is under the prefixes. */
const listing = (action: string, name: string): Right[] => [
  [[action], `{${name}}`],
  [[action], `{${name}ByPrefix}`, listLimit],
];

/**
 * Without a mode a client gets a session that writes where it may, and else one that reads.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html
 */
const READ_SESSION: Right = [
  ["s3express:CreateSession"],
  "{readSessions}",
  { StringEquals: { "s3express:SessionMode": ["ReadOnly"] } },
];

/** A multipart upload reads the data key of the parts that are there. */
const encrypt: Right = [["kms:GenerateDataKey", "kms:Decrypt"], "{key}"];

/**
 * Objects of buckets, or those under key prefixes.
 *
 * `list` belongs to `read`: without it a missing key answers 403 where programs expect 404. A cancelled multipart upload
 * leaves parts that cost money, so whoever puts may also abort. `write` deletes too; `put` and `readPut` are without that. Of `parts`,
 * each word gives what is its own: tags are got and put, versions listed, got and deleted.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
export const s3 = service({
  description: { english: "Objects of a bucket.", korean: "버킷의 객체" },
  resources: {
    bucket: {
      description:
        "The bucket, or the ARN of an access point, to which its bucket has to leave the decision.",
      noun: "a bucket name",
      name: /[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/,
      arn: "s3:::{name}",
      arnService: /(?:s3|s3express)/,
      arnResource: /[^/*?]+|bucket\/[^/*?]+--x-s3|accesspoint\/[a-z0-9.-]+/,
      example: "orders",
    },
  },
  fields: {
    prefix: oneOrSeveral(text(wantPrefix, /^(?=[\u0020-\u00ff]+$)(?:[^*?$]+|[^*?$]*[^*?$/]\*)$/), wantPrefix)
      .meta({
        description:
          "Only keys below it, as incoming/, or that start with it, as incoming*. The whole bucket if left out.",
        examples: ["incoming/", ["incoming/", "report-*"]],
      })
      .optional(),
    parts: oneOrSeveral(oneOf(["versions", "tags", "acl"]), wantParts)
      .meta({
        description:
          "What else of the objects: earlier versions, tags, access control lists. None if left out.",
        examples: ["tags", ["versions", "tags"]],
      })
      .optional(),
  },
  via: "s3",
  levels: {
    list: [...listing("s3:ListBucket", "bucketArn"), ...listing("s3:ListBucketVersions", "versioned")],
    get: [
      [["s3:GetObject"], "{objects}"],
      [["s3:GetObjectVersion"], "{versions}"],
      [["s3:GetObjectTagging"], "{tags}"],
      [["s3:GetObjectVersionTagging"], "{versionTags}"],
      [["s3:GetObjectAcl"], "{acl}"],
      [["kms:Decrypt"], "{key}"],
    ],
    put: [
      [["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"], "{objects}"],
      [["s3:PutObjectTagging"], "{tags}"],
      [["s3:PutObjectAcl"], "{acl}"],
      encrypt,
    ],
    delete: [
      [["s3:DeleteObject"], "{objects}"],
      [["s3:DeleteObjectVersion"], "{versions}"],
    ],
    read: ["list", "get", READ_SESSION],
    write: [
      [["s3:PutObject"], "{objects}"],
      "delete",
      [["s3:AbortMultipartUpload"], "{objects}"],
      [["s3:PutObjectTagging"], "{tags}"],
      [["s3:PutObjectAcl"], "{acl}"],
      encrypt,
    ],
    readPut: ["read", "put"],
    readWrite: ["read", "write", [["s3express:CreateSession"], "{sessions}"]],
  },
  refine({ bucket, prefix, parts, level, key }, issues) {
    const buckets = [bucket].flat();
    for (const shown of buckets.filter((name) => ALIAS.test(name))) {
      const message = "the bucket that the access point is for: IAM knows no alias";
      issues.addIssue({ code: "custom", message, path: ["bucket"], params: { shown } });
    }
    for (const shown of [prefix ?? []].flat().filter((one) => /[^/*]$/.test(one))) {
      const message = "it with / at its end for the keys below it, or with * for all that start with it";
      issues.addIssue({ code: "custom", message, path: ["prefix"], params: { shown } });
    }
    const idle = [parts ?? []].flat().find((part) => !PARTS_OF[level]?.includes(part));
    if (idle !== undefined)
      issues.addIssue(problem(`${idle} does nothing at level ${level}; remove it`, ["parts"]));
    if (!buckets.some((name) => DIRECTORY.test(name))) return;
    const idleFields = Object.entries({ prefix, parts, key }).filter(([, said]) => said !== undefined);
    for (const [field] of idleFields) issues.addIssue(problem(OF_SESSIONS, [field]));
    if (level !== "read" && level !== "readWrite") {
      const message = "read | readWrite: a session of a directory bucket that writes can read too";
      issues.addIssue({ code: "custom", message, path: ["level"] });
    }
  },
  derived({ bucket, prefix, parts = [], level }, target) {
    const [directories, plain] = [true, false].map((is) =>
      [bucket].flat().filter((name) => DIRECTORY.test(name) === is),
    ) as [string[], string[]];
    const buckets = plain.map((name) => (looksLikeArn(name) ? name : `arn:${target.partition}:s3:::${name}`));
    const prefixes = [prefix ?? ""].flat().map((one) => one.replace(/\*?$/, "*"));
    const objects = buckets.flatMap((arn) =>
      prefixes.map((one) => `${arn}/${ACCESS_POINT.test(arn) ? "object/" : ""}${one}`),
    );
    const sessions = directories.map((name) => directoryArn(name, target));
    const has = (part: Part) => parts.includes(part);
    return {
      prefixes,
      objects,
      [prefix === undefined ? "bucketArn" : "bucketArnByPrefix"]: buckets,
      ...(has("versions") && {
        versions: objects,
        [prefix === undefined ? "versioned" : "versionedByPrefix"]: buckets,
      }),
      ...(has("tags") && { tags: objects, ...(has("versions") && { versionTags: objects }) }),
      ...(has("acl") && { acl: objects }),
      [level === "readWrite" ? "sessions" : "readSessions"]: sessions,
    };
  },
  examples: [
    { bucket: "orders", prefix: "incoming/", level: "read" },
    { bucket: "orders", parts: ["versions", "tags", "acl"], level: "read" },
    { bucket: "orders--euc1-az1--x-s3", level: "read" },
  ],
  neighbouringActions: ["s3:PutBucketPolicy", "s3:DeleteBucket"],
});

function directoryArn(bucket: string, target: Target): string {
  if (bucket.includes(":s3express:")) return bucket;
  return regionalArn(target, "s3express", `bucket/${bucket.replace(/^arn:.*[:/]/, "")}`);
}
