import { problem, text } from "../../fields.ts";
import { placesOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const cluster = {
  description: "The provisioned cluster.",
  noun: "a cluster name",
  name: /[a-z][a-z0-9-]{0,62}/,
  arn: "redshift:{region}:{account}:cluster:{name}",
  example: "lake",
  optional: true,
} as const satisfies ResourceField;

const databaseName = "a database name, such as sales";

/** Statements are found by ids; whose they are is all that limits them. */
const OWN = {
  StringEquals: { "redshift-data:statement-owner-iam-userid": ["${aws:userid}"] },
};

const RUN = [
  ...["redshift-data:ExecuteStatement", "redshift-data:BatchExecuteStatement"],
  ...["redshift-data:ListDatabases", "redshift-data:ListSchemas"],
  ...["redshift-data:ListTables", "redshift-data:DescribeTable"],
];

/**
 * SQL by the Data API of Redshift, with temporary credentials of the database: as the user that is named, as one made of
 * the IAM role, or in a serverless workgroup. What that user may do is said in the database. Where a secret holds the
 * password instead, that secret is a grant of its own.
 *
 * @see https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-iam.html
 * @see https://docs.aws.amazon.com/redshift/latest/mgmt/generating-iam-credentials-role-permissions.html
 */
export const redshiftData = service({
  description: {
    english:
      "SQL by the Redshift Data API. Statements that run are limited to those of the workload, not to the cluster.",
    korean: "Redshift Data API를 사용한 SQL. 실행한 문은 클러스터가 아니라 워크로드가 실행한 것으로만 제한됨",
  },
  resources: {
    cluster,
    workgroup: {
      description: "The serverless workgroup, by its id.",
      noun: "the id of a workgroup",
      name: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
      arn: "redshift-serverless:{region}:{account}:workgroup/{name}",
      example: "1234abcd-12ab-34cd-56ef-1234567890ab",
      optional: true,
    },
  },
  fields: {
    database: text(databaseName, /^[\w$-]{1,127}$/)
      .meta({ description: "The database of the cluster to log in to.", examples: ["sales"] })
      .optional(),
    user: text("a user name of the database, such as reports", /^[\w.+@-]{1,128}$/)
      .meta({
        description: "The user of the cluster's database. One made of the IAM role if left out.",
        examples: ["reports"],
      })
      .optional(),
  },
  names: {
    english: "`cluster` with `database` and optional `user`, or `workgroup`",
    korean: "`cluster`와 `database`(선택 `user`), 또는 `workgroup`",
  },
  levels: {
    query: [
      [RUN, "{cluster}"],
      [["redshift:GetClusterCredentials"], ["{dbUser}", "{dbName}"]],
      [["redshift:GetClusterCredentialsWithIAM"], "{dbNameByRole}"],
      [RUN, "{workgroup}"],
      [["redshift-serverless:GetCredentials"], "{workgroup}"],
      [
        [
          ...["redshift-data:DescribeStatement", "redshift-data:GetStatementResult"],
          "redshift-data:CancelStatement",
        ],
        "*",
        OWN,
      ],
    ],
  },
  derived(grant, target) {
    const { database = "", user } = grant;
    const of = (type: string, name: string) =>
      placesOf(cluster, grant.cluster ?? [], target).map(
        ({ partition, region, account, resource }) =>
          `arn:${partition}:redshift:${region}:${account}:${type}:${resource.slice("cluster:".length)}/${name}`,
      );
    return user === undefined
      ? { dbNameByRole: of("dbname", database) }
      : { dbUser: of("dbuser", user), dbName: of("dbname", database) };
  },
  refine(grant, issues) {
    if ((grant.cluster === undefined) === (grant.workgroup === undefined))
      issues.addIssue(problem("a cluster, or a workgroup", ["cluster"]));
    if ((grant.cluster === undefined) !== (grant.database === undefined))
      issues.addIssue(problem("a database where a cluster is named, and only there", ["database"]));
    if (grant.cluster === undefined && grant.user !== undefined)
      issues.addIssue(problem("no user without a cluster", ["user"]));
  },
  examples: [
    { cluster: "lake", database: "sales", level: "query" },
    { cluster: "lake", database: "sales", user: "reports", level: "query" },
    { workgroup: "1234abcd-12ab-34cd-56ef-1234567890ab", level: "query" },
  ],
  neighbouringActions: ["redshift:CreateClusterUser", "redshift:JoinGroup"],
});
