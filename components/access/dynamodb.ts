import type { AccessGrants } from "../config/accessSchema.ts";
import { looksLikeArn, regionalArn, type Target } from "../../iam/arn.ts";
import { allow, type Statement } from "../../iam/statement.ts";

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
export function dynamodbStatements({ table, level }: AccessGrants["dynamodb"], target: Target): Statement[] {
  const tableArn = looksLikeArn(table) ? table : regionalArn(target, "dynamodb", `table/${table}`);
  const indexes = allow(READ_TABLE_AND_INDEXES, [tableArn, `${tableArn}/index/*`]);
  switch (level) {
    case "read":
      return [allow(READ_TABLE, [tableArn]), indexes];
    case "write":
      return [allow(WRITE_TABLE, [tableArn])];
    case "readWrite":
      return [allow([...READ_TABLE, ...WRITE_TABLE], [tableArn]), indexes];
  }
}
