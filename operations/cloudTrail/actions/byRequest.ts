import { partitionOfRegion } from "../../../iam/arn.ts";
import type { CloudTrailRecord } from "../record.ts";
import { parameter } from "../record.ts";

/** An action that a request needed, and on what, where that is not what the event itself names. */
export interface Needed {
  readonly action: string;
  /** @default - the resource of the event */
  readonly resource?: string;
}

type Read = (record: CloudTrailRecord) => Needed[];

/**
 * What IAM judges for events that tell it only by their parameters.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/understanding-ddb-log-entries.html
 */
const readers: Readonly<Record<string, Read>> = {
  "s3 CopyObject": copied,
  "s3 UploadPartCopy": copied,
  "s3 PutObject": (record) => [{ action: "s3:PutObject" }, ...besides(record)],
  "s3 CreateMultipartUpload": (record) => [{ action: "s3:PutObject" }, ...besides(record)],
  ...Object.fromEntries(
    ["GetObject", "HeadObject", "DeleteObject", "GetObjectTagging", "PutObjectTagging", "DeleteObjectTagging"]
      .concat("GetObjectAcl", "PutObjectAcl")
      .map((event) => [`s3 ${event}`, (record: CloudTrailRecord) => [{ action: ofVersion(event, record) }]]),
  ),
  "s3 GetObjectAttributes": () => [{ action: "s3:GetObject" }, { action: "s3:GetObjectAttributes" }],
  "s3 DeleteObjects": (record) => [
    {
      action: "s3:DeleteObject",
      resource: `arn:${partitionOf(record)}:s3:::${parameter(record, "bucketName") ?? "*"}/*`,
    },
  ],
  "dynamodb ExecuteStatement": (record) => [{ action: partiql(parameter(record, "statement")) }],
  "dynamodb BatchExecuteStatement": statements,
  "dynamodb ExecuteTransaction": statements,
  "dynamodb TransactWriteItems": transaction,
};

/** What a request needed; undefined for events that tell it by their name. */
export function neededByRequest(
  prefix: string,
  event: string,
  record: CloudTrailRecord,
): Needed[] | undefined {
  const name = `${prefix} ${event}`;
  return Object.hasOwn(readers, name) ? readers[name]?.(record) : undefined;
}

function partitionOf({ awsRegion }: CloudTrailRecord): string {
  return typeof awsRegion === "string" ? partitionOfRegion(awsRegion) : "aws";
}

/** A copy reads the source, whose name stands with or without a slash before it and may be percent-encoded. */
function copied(record: CloudTrailRecord): Needed[] {
  const [source = "", version] = (parameter(record, "x-amz-copy-source") ?? "").split("?versionId=");
  const [, bucket, key] = /^\/?([a-z0-9.-]+)\/(.+)$/.exec(decoded(source)) ?? [];
  const action = version === undefined ? "s3:GetObject" : "s3:GetObjectVersion";
  const resource =
    bucket === undefined || key === undefined ? "*" : `arn:${partitionOf(record)}:s3:::${bucket}/${key}`;
  return [{ action, resource }, { action: "s3:PutObject" }, ...besides(record)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Tags and access control lists that are put with an object need a right each. */
function besides(record: CloudTrailRecord): Needed[] {
  const has = (name: string) => parameter(record, name) !== undefined;
  return [
    ...(has("x-amz-tagging") ? [{ action: "s3:PutObjectTagging" }] : []),
    ...(has("x-amz-acl") ? [{ action: "s3:PutObjectAcl" }] : []),
  ];
}

function ofVersion(event: string, record: CloudTrailRecord): string {
  const name = event === "HeadObject" ? "GetObject" : event;
  return `s3:${parameter(record, "versionId") === undefined ? name : name.replace("Object", "ObjectVersion")}`;
}

const partiqlActions = new Map(
  Object.entries({
    select: "dynamodb:PartiQLSelect",
    exists: "dynamodb:PartiQLSelect",
    insert: "dynamodb:PartiQLInsert",
    update: "dynamodb:PartiQLUpdate",
    delete: "dynamodb:PartiQLDelete",
  }),
);

/** By the first word of a statement. The name of no action where CloudTrail left the statement out. */
function partiql(statement: string | undefined): string {
  const [word = ""] = /[a-z]+/i.exec(statement ?? "") ?? [];
  return partiqlActions.get(word.toLowerCase()) ?? "";
}

function items(record: CloudTrailRecord): Readonly<Record<string, unknown>>[] {
  const list: unknown = record.requestParameters?.["requestItems"];
  const isItem = (item: unknown): item is Readonly<Record<string, unknown>> =>
    typeof item === "object" && item !== null;
  return Array.isArray(list) ? list.filter(isItem) : [];
}

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);

function statements(record: CloudTrailRecord): Needed[] {
  const actions = items(record).map(({ statement }) => partiql(textOf(statement)));
  return [...new Set(actions)].map((action) => ({ action }));
}

const operations = new Map(
  Object.entries({
    put: "dynamodb:PutItem",
    update: "dynamodb:UpdateItem",
    delete: "dynamodb:DeleteItem",
    conditioncheck: "dynamodb:ConditionCheckItem",
    check: "dynamodb:ConditionCheckItem",
  }),
);

function transaction(record: CloudTrailRecord): Needed[] {
  return items(record).map(({ operation, tableName }) => {
    const table = textOf(tableName);
    const { awsRegion = "*", recipientAccountId = "*" } = record;
    const arn =
      table?.startsWith("arn:") === true
        ? table
        : `arn:${partitionOf(record)}:dynamodb:${awsRegion}:${recipientAccountId}:table/${table}`;
    const action = operations.get((textOf(operation) ?? "").toLowerCase()) ?? "";
    return { action, ...(table !== undefined && { resource: arn }) };
  });
}
