import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const endpoints = ["timestream:DescribeEndpoints"];
const byId = ["timestream:SelectValues", "timestream:CancelQuery"];
const select = ["timestream:Select", "timestream:DescribeTable", "timestream:ListMeasures"];
const table = [`arn:aws:timestream:${place}:database/sensors/table/prices`];

const cases: AccessCase[] = [
  {
    name: "read finds the endpoint, selects, and stops its queries",
    entry: { timestream: { table: "sensors/table/prices", level: "read" } },
    gives: [allow([...endpoints, ...byId], ["*"]), allow(select, table)],
  },
  {
    name: "write finds the endpoint and writes records",
    entry: { timestream: { table: "sensors/table/prices", level: "write" } },
    gives: [allow(endpoints, ["*"]), allow(["timestream:WriteRecords"], table)],
  },
  {
    name: "readWrite does both",
    entry: { timestream: { table: "sensors/table/prices", level: "readWrite" } },
    gives: [allow([...endpoints, ...byId], ["*"]), allow([...select, "timestream:WriteRecords"], table)],
  },
];

testAccess("timestream", cases);
