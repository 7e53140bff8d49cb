import { oneOrSeveral, text } from "../../fields.ts";
import { placesOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const database: ResourceField = {
  description: "The database. `*` stands for any text.",
  noun: "a database name",
  name: /[a-z0-9_*?-]{1,255}/,
  arn: "glue:{region}:{account}:database/{name}",
  example: "sales",
};

const TABLE = "a table name, or a list of them, such as orders; wildcards * and ? are allowed";

const table = text(TABLE, /^[a-z0-9_*?-]{1,255}$/);

/** What holds the tables: Glue asks for the right to the catalog, the database and the table at once. */
const TABLES = ["{catalog}", "{database}", "{tables}"];

/**
 * Databases and tables of the Glue Data Catalog. Where Lake Formation governs a table, reading its data needs a grant
 * of `lakeformation` as well.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html
 * @see https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html
 */
export const glue = service({
  description: {
    english: "What the Glue catalog says of the tables of a database.",
    korean: "Glue 카탈로그의 데이터베이스와 테이블 메타데이터",
  },
  resources: { database },
  fields: {
    table: oneOrSeveral(table, TABLE)
      .meta({ description: "The tables. All of the database if left out.", examples: ["orders", "orders_*"] })
      .optional(),
  },
  names: { english: "`database`, optional `table`", korean: "`database`, 선택 `table`" },
  levels: {
    read: [
      [["glue:GetDatabase"], ["{catalog}", "{database}"]],
      [["glue:GetTable", "glue:GetTables", "glue:GetTableVersion", "glue:GetTableVersions"], TABLES],
      [["glue:GetPartition", "glue:GetPartitions", "glue:BatchGetPartition"], TABLES],
      [["glue:GetPartitionIndexes", "glue:GetColumnStatisticsForTable"], TABLES],
      [["glue:GetColumnStatisticsForPartition"], TABLES],
    ],
    // What a job does that adds data to tables that are there: partitions and, for Iceberg, the place of the metadata.
    write: [
      [["glue:BatchCreatePartition", "glue:CreatePartition", "glue:UpdatePartition"], TABLES],
      [["glue:UpdateTable"], TABLES],
    ],
    readWrite: ["read", "write"],
  },
  derived({ database: names, table: tables = "*" }, target) {
    const places = placesOf(database, names, target).map(({ partition, region, account, resource }) => ({
      start: `arn:${partition}:glue:${region}:${account}`,
      name: resource.slice("database/".length),
    }));
    return {
      catalog: [...new Set(places.map(({ start }) => `${start}:catalog`))],
      tables: places.flatMap(({ start, name }) =>
        [tables].flat().map((one) => `${start}:table/${name}/${one}`),
      ),
    };
  },
  examples: [
    { database: "sales", level: "read" },
    { database: ["sales", "returns"], table: ["orders", "orders_*"], level: "read" },
  ],
  neighbouringActions: ["glue:DeleteTable", "glue:CreateDatabase", "glue:DeletePartition"],
});
