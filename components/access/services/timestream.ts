import { service } from "../service.ts";
import type { Right } from "../rights.ts";

/** The SDK asks which cell of the service it has to talk to. */
const FIND_CELL: Right = [["timestream:DescribeEndpoints"], "*"];

/**
 * Records of tables of Timestream for LiveAnalytics. A program needs no right to a key of one's own that encrypts them:
 * whoever makes the database grants the use of the key to Timestream, as AWS's policies for it show, of which the one
 * that reads holds nothing of KMS.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonTimestreamFullAccess.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonTimestreamReadOnlyAccess.html
 * @see https://docs.aws.amazon.com/timestream/latest/developerguide/security_iam_id-based-policy-examples.html
 */
export const timestream = service({
  description: {
    english:
      "Records of a Timestream table. Finding the endpoint, and stopping a query by its id, cannot be limited to a table.",
    korean:
      "Timestream 테이블의 레코드. 엔드포인트 조회와 ID로 쿼리를 취소하는 작업은 테이블 단위로 제한할 수 없음",
  },
  resources: {
    table: {
      description: "The database and the table, as in the ARN.",
      noun: "<database>/table/<table>",
      name: /[\w.-]{3,256}\/table\/[\w.-]{3,256}/,
      arn: "timestream:{region}:{account}:database/{name}",
      example: "sensors/table/prices",
    },
  },
  levels: {
    read: [
      FIND_CELL,
      [["timestream:Select", "timestream:DescribeTable", "timestream:ListMeasures"], "{table}"],
      // A query without a table, and the end of one's own.
      [["timestream:SelectValues", "timestream:CancelQuery"], "*"],
    ],
    write: [FIND_CELL, [["timestream:WriteRecords"], "{table}"]],
    readWrite: ["read", "write"],
  },
  examples: [{ table: "sensors/table/prices", level: "read" }],
  neighbouringActions: ["timestream:DeleteTable", "timestream:UpdateTable"],
});
