import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const readTables = [
  ...["glue:GetTable", "glue:GetTables", "glue:GetTableVersion", "glue:GetTableVersions"],
  ...["glue:GetPartition", "glue:GetPartitions", "glue:BatchGetPartition", "glue:GetPartitionIndexes"],
  ...["glue:GetColumnStatisticsForTable", "glue:GetColumnStatisticsForPartition"],
];
const writeTables = [
  ...["glue:BatchCreatePartition", "glue:CreatePartition", "glue:UpdatePartition", "glue:UpdateTable"],
];

const cases: AccessCase[] = [
  {
    name: "read names the catalog, the database and all of its tables together",
    entry: { glue: { database: "sales", level: "read" } },
    gives: [
      allow(["glue:GetDatabase"], [`arn:aws:glue:${place}:catalog`, `arn:aws:glue:${place}:database/sales`]),
      allow(readTables, [
        `arn:aws:glue:${place}:catalog`,
        `arn:aws:glue:${place}:database/sales`,
        `arn:aws:glue:${place}:table/sales/*`,
      ]),
    ],
  },
  {
    name: "write adds partitions to the tables that are named, in each database",
    entry: { glue: { database: ["sales", "returns"], table: "orders_*", level: "write" } },
    gives: [
      allow(writeTables, [
        `arn:aws:glue:${place}:catalog`,
        ...[`arn:aws:glue:${place}:database/sales`, `arn:aws:glue:${place}:database/returns`],
        ...[`arn:aws:glue:${place}:table/sales/orders_*`, `arn:aws:glue:${place}:table/returns/orders_*`],
      ]),
    ],
  },
  {
    name: "readWrite on a database of another account is in the catalog of that account",
    entry: {
      glue: {
        ...{ database: "arn:aws:glue:eu-west-1:444455556666:database/sales", table: "orders" },
        level: "readWrite",
      },
    },
    gives: [
      allow(
        ["glue:GetDatabase"],
        ["arn:aws:glue:eu-west-1:444455556666:catalog", "arn:aws:glue:eu-west-1:444455556666:database/sales"],
      ),
      allow(
        [...readTables, ...writeTables],
        [
          "arn:aws:glue:eu-west-1:444455556666:catalog",
          "arn:aws:glue:eu-west-1:444455556666:database/sales",
          "arn:aws:glue:eu-west-1:444455556666:table/sales/orders",
        ],
      ),
    ],
  },
];

testAccess("glue", cases);
