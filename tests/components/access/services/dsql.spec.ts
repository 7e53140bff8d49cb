import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "connect is for roles of the database that are tied to the IAM role",
    entry: { dsql: { cluster: "abcdefghijklmnopqrst123456", level: "connect" } },
    gives: [allow(["dsql:DbConnect"], [`arn:aws:dsql:${place}:cluster/abcdefghijklmnopqrst123456`])],
  },
  {
    name: "connectAdmin is for the role admin alone",
    entry: { dsql: { cluster: "abcdefghijklmnopqrst123456", level: "connectAdmin" } },
    gives: [allow(["dsql:DbConnectAdmin"], [`arn:aws:dsql:${place}:cluster/abcdefghijklmnopqrst123456`])],
  },
];

testAccess("dsql", cases);
