import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const run = [
  ...["redshift-data:ExecuteStatement", "redshift-data:BatchExecuteStatement"],
  ...["redshift-data:ListDatabases", "redshift-data:ListSchemas"],
  ...["redshift-data:ListTables", "redshift-data:DescribeTable"],
];
const own = allow(
  ["redshift-data:DescribeStatement", "redshift-data:GetStatementResult", "redshift-data:CancelStatement"],
  ["*"],
  { StringEquals: { "redshift-data:statement-owner-iam-userid": ["${aws:userid}"] } },
);
const workgroup = "1234abcd-12ab-34cd-56ef-1234567890ab";

const cases: AccessCase[] = [
  {
    name: "runs statements in a cluster as the user that is made of the role",
    entry: { redshiftData: { cluster: "lake", database: "sales", level: "query" } },
    gives: [
      allow(run, [`arn:aws:redshift:${place}:cluster:lake`]),
      allow(["redshift:GetClusterCredentialsWithIAM"], [`arn:aws:redshift:${place}:dbname:lake/sales`]),
      own,
    ],
  },
  {
    name: "runs statements in a cluster as the user that is named",
    entry: { redshiftData: { cluster: "lake", database: "sales", user: "reports", level: "query" } },
    gives: [
      allow(run, [`arn:aws:redshift:${place}:cluster:lake`]),
      allow(
        ["redshift:GetClusterCredentials"],
        [`arn:aws:redshift:${place}:dbuser:lake/reports`, `arn:aws:redshift:${place}:dbname:lake/sales`],
      ),
      own,
    ],
  },
  {
    name: "runs statements in a serverless workgroup",
    entry: { redshiftData: { workgroup, level: "query" } },
    gives: [
      allow(
        [...run, "redshift-serverless:GetCredentials"],
        [`arn:aws:redshift-serverless:${place}:workgroup/${workgroup}`],
      ),
      own,
    ],
  },
];

testAccess("redshiftData", cases);
