import { service } from "../service.ts";

/**
 * Connections to databases of RDS and Aurora as a user that signs in by IAM, also through RDS Proxy. What the user may
 * do there is said in the database.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
 */
export const rdsIam = service({
  description: {
    english: "Connections to an RDS or Aurora database as a user that signs in by IAM.",
    korean: "IAM으로 인증하는 사용자의 RDS 또는 Aurora 데이터베이스 연결",
  },
  resources: {
    user: {
      description: "The resource id of the database, cluster or proxy, and the user of the database.",
      noun: "<resource id>/<user>, such as cluster-ABCDEFGHIJKL01234/orders,",
      // An ARN by the name of the database would allow nothing: IAM knows the id that RDS gave it.
      name: /(?:db|cluster|prx)-[\w-]+\/[^\s/:*?$]{1,63}/,
      arn: "rds-db:{region}:{account}:dbuser:{name}",
      example: "cluster-ABCDEFGHIJKL01234/orders",
    },
  },
  levels: { connect: [[["rds-db:connect"], "{user}"]] },
  examples: [{ user: "cluster-ABCDEFGHIJKL01234/orders", level: "connect" }],
  neighbouringActions: ["rds:ModifyDBCluster", "rds:ModifyDBInstance"],
});
