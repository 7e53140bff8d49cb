import { service } from "../service.ts";

/**
 * Connections to clusters of Aurora DSQL. A role of the database is tied to the IAM role in the cluster; `connectAdmin`
 * is for the database role `admin`, which may do everything in it.
 *
 * @see https://docs.aws.amazon.com/aurora-dsql/latest/userguide/authentication-authorization.html
 */
export const dsql = service({
  description: { english: "Connections to a cluster of Aurora DSQL.", korean: "Aurora DSQL 클러스터 연결" },
  resources: {
    cluster: {
      description: "The cluster, by its id.",
      noun: "a cluster id",
      name: /[a-z0-9]{26}/,
      arn: "dsql:{region}:{account}:cluster/{name}",
      example: "abcdefghijklmnopqrst123456",
    },
  },
  levels: {
    connect: [[["dsql:DbConnect"], "{cluster}"]],
    connectAdmin: [[["dsql:DbConnectAdmin"], "{cluster}"]],
  },
  examples: [{ cluster: "abcdefghijklmnopqrst123456", level: "connect" }],
  neighbouringActions: ["dsql:UpdateCluster", "dsql:DeleteCluster"],
});
