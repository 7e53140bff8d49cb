import { looksLikeArn, regionalArn } from "../../../iam/arn.ts";
import { allow } from "../../../iam/statement.ts";
import { readWriteLevels, resource, service } from "../service.ts";

/** The high-level clients of every SDK ask for the keys of a table before they read or write it. */
const DESCRIBE = ["dynamodb:DescribeTable"];

const READ_TABLE = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem"];

/** Only these two read an index. */
const READ_TABLE_AND_INDEXES = ["dynamodb:Query", "dynamodb:Scan"];

const WRITE_TABLE = [
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:BatchWriteItem",
];

/**
 * Items of one table and, for reads, of its indexes. Tables are not created, changed or deleted.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/security_iam_service-with-iam.html
 */
export const dynamodb = service({
  description: { english: "Items of a table and of its indexes.", korean: "테이블과 그 인덱스의 항목" },
  fields: {
    table: resource({
      description: "The table.",
      noun: "a table name",
      name: /[\w.-]{3,255}/,
      arn: ["dynamodb", /table\/[\w.-]+/],
      examples: ["orders", "arn:aws:dynamodb:eu-central-1:111122223333:table/orders"],
    }),
  },
  levels: readWriteLevels,
  examples: [{ table: "orders", level: "readWrite" }],
  statements({ table, level }, target) {
    const tableArn = looksLikeArn(table) ? table : regionalArn(target, "dynamodb", `table/${table}`);
    const indexes = allow(READ_TABLE_AND_INDEXES, [tableArn, `${tableArn}/index/*`]);
    switch (level) {
      case "read":
        return [allow([...DESCRIBE, ...READ_TABLE], [tableArn]), indexes];
      case "write":
        return [allow([...DESCRIBE, ...WRITE_TABLE], [tableArn])];
      case "readWrite":
        return [allow([...DESCRIBE, ...READ_TABLE, ...WRITE_TABLE], [tableArn]), indexes];
    }
  },
  neighbouringActions: ["dynamodb:DeleteTable"],
  dataEvents: [
    ...WRITE_TABLE,
    ...["dynamodb:PartiQLDelete", "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate"],
  ],
});
