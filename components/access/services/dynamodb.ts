import { oneOrSeveral, problem, text } from "../../fields.ts";
import { arnsOf, type ResourceField } from "../resourceField.ts";
import type { Right } from "../rights.ts";
import { service } from "../service.ts";

const table: ResourceField = {
  description: "The table.",
  noun: "a table name",
  name: /[\w.-]{3,255}/,
  arn: "dynamodb:{region}:{account}:table/{name}",
  example: "orders",
};

/** The high-level clients of every SDK ask for the keys of a table before they read or write it. */
const DESCRIBE = ["dynamodb:DescribeTable"];

const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem"];

const WRITE = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"];

const PARTIQL_WRITE = ["dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete"];

/**
 * All partition keys of a request have to be among those named. A request without any passes `ForAllValues`, such as a
 * PartiQL select over the whole table, so that one has to be there.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
const LEADING = {
  "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["{leadingKeys}"] },
  Null: { "dynamodb:LeadingKeys": ["false"] },
};

/** Actions on all items, or on those of the leading keys: a grant names `{name}` or `{nameOfKeys}`. */
const on = (name: "items" | "searched", actions: readonly string[]): Right[] => [
  [actions, `{${name}}`],
  [actions, `{${name}OfKeys}`, LEADING],
];

const decrypt: Right = [["kms:Decrypt"], "{key}"];

const wantIndex = "an index name, such as by-customer";
const wantKeys = "a partition key without ${, or a list of these";

/**
 * Items of a table and, for reads, of its indexes; with `index` those of one index alone. A scan names no partition key,
 * so that nobody scans with `leadingKeys`. Programs that keep their state in tables of their own, such as the Kinesis
 * Client Library, make and change these by `createTable` and `updateTable`; nothing deletes a table.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/security_iam_service-with-iam.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
 * @see https://docs.aws.amazon.com/streams/latest/dev/kcl-iam-permissions.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
export const dynamodb = service({
  description: {
    english: "Items of a table and of its indexes, its stream of changes, and the table itself.",
    korean: "테이블과 그 인덱스의 항목, 변경 스트림, 테이블 자체",
  },
  resources: { table },
  fields: {
    index: text(wantIndex, /^[\w.-]{3,255}$/)
      .meta({
        description: "The only index that is read, and not the table. The table and all indexes if left out.",
        examples: ["by-customer"],
      })
      .optional(),
    leadingKeys: oneOrSeveral(text(wantKeys, /^(?!.*\$\{)[\u0020-\u00ff]+$/), wantKeys)
      .meta({
        description: "Partition keys of the only items that are reached. Every item if left out.",
        examples: ["customer-1", ["customer-1", "customer-2"]],
      })
      .optional(),
  },
  via: "dynamodb",
  levels: {
    read: [
      [DESCRIBE, "{table}"],
      ...on("items", READ),
      ...on("searched", ["dynamodb:Query"]),
      [["dynamodb:Scan"], "{searched}"],
      decrypt,
    ],
    write: [[DESCRIBE, "{table}"], ...on("items", WRITE), decrypt],
    readWrite: ["read", "write"],
    partiqlRead: [...on("searched", ["dynamodb:PartiQLSelect"]), decrypt],
    partiqlWrite: [...on("items", PARTIQL_WRITE), decrypt],
    stream: [
      [DESCRIBE, "{table}"],
      [["dynamodb:DescribeStream", "dynamodb:GetShardIterator", "dynamodb:GetRecords"], "{table}/stream/*"],
      decrypt,
    ],
    createTable: [[[...DESCRIBE, "dynamodb:CreateTable"], "{table}"]],
    updateTable: [[[...DESCRIBE, "dynamodb:UpdateTable"], "{table}"]],
  },
  refine({ index, leadingKeys, level }, issues) {
    if (index !== undefined && level !== "read" && level !== "partiqlRead")
      issues.addIssue(
        problem(`does nothing at level ${level}, for an index is only read; remove it`, ["index"]),
      );
    if (leadingKeys !== undefined && /Table$/.test(level))
      issues.addIssue(
        problem(`does nothing at level ${level}, which reaches no items; remove it`, ["leadingKeys"]),
      );
    if (leadingKeys !== undefined && level === "stream")
      issues.addIssue(
        problem("does nothing at level stream, which has the changes of all items; remove it", [
          "leadingKeys",
        ]),
      );
  },
  derived(grant, target) {
    const tables = arnsOf(table, grant.table, target);
    const items = grant.index === undefined ? tables : [];
    const searched = [...items, ...tables.map((arn) => `${arn}/index/${grant.index ?? "*"}`)];
    return grant.leadingKeys === undefined
      ? { items, searched }
      : { itemsOfKeys: items, searchedOfKeys: searched };
  },
  examples: [
    { table: "orders", level: "readWrite" },
    { table: "orders", index: "by-customer", level: "read" },
    { table: "orders", leadingKeys: "customer-1", level: "readWrite" },
  ],
  neighbouringActions: ["dynamodb:DeleteTable", "dynamodb:UpdateTimeToLive"],
  dataEvents: [...WRITE, ...PARTIQL_WRITE],
});
