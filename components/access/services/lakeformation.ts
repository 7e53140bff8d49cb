import { service } from "../service.ts";

/**
 * Data that Lake Formation governs. The right alone opens nothing: which tables, columns and rows the role reads or
 * writes is said by permissions in Lake Formation.
 *
 * @see https://docs.aws.amazon.com/lake-formation/latest/dg/access-control-underlying-data.html
 */
export const lakeformation = service({
  description: {
    english:
      "Data that Lake Formation permits. IAM cannot limit the tables; permissions in Lake Formation say which.",
    korean:
      "Lake Formation에서 허용한 데이터. IAM으로는 테이블을 제한할 수 없으며 Lake Formation 권한이 범위를 정함",
  },
  levels: { getData: [[["lakeformation:GetDataAccess"], "*"]] },
  examples: [{ level: "getData" }],
  neighbouringActions: ["lakeformation:GrantPermissions", "lakeformation:PutDataLakeSettings"],
});
