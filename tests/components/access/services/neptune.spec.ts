import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const read = [
  ...["neptune-db:ReadDataViaQuery", "neptune-db:GetEngineStatus"],
  ...["neptune-db:GetGraphSummary", "neptune-db:GetQueryStatus"],
];
const database = [`arn:aws:neptune-db:${place}:cluster-ABCD1234/*`];

const cases: AccessCase[] = [
  {
    name: "read queries, and looks at the state and the graph",
    entry: { neptune: { cluster: "cluster-ABCD1234", level: "read" } },
    gives: [allow([...read], database)],
  },
  {
    name: "write adds data by queries, and reads none",
    entry: { neptune: { cluster: "cluster-ABCD1234", level: "write" } },
    gives: [allow(["neptune-db:WriteDataViaQuery"], database)],
  },
  {
    name: "delete removes data by queries",
    entry: { neptune: { cluster: "cluster-ABCD1234", level: "delete" } },
    gives: [allow(["neptune-db:DeleteDataViaQuery"], database)],
  },
  {
    name: "readWrite does both",
    entry: { neptune: { cluster: "cluster-ABCD1234", level: "readWrite" } },
    gives: [allow([...read, "neptune-db:WriteDataViaQuery"], database)],
  },
  {
    name: "readWriteDelete does all three",
    entry: { neptune: { cluster: "cluster-ABCD1234", level: "readWriteDelete" } },
    gives: [allow([...read, "neptune-db:WriteDataViaQuery", "neptune-db:DeleteDataViaQuery"], database)],
  },
];

testAccess("neptune", cases);
