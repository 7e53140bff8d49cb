import { service } from "../service.ts";

/**
 * Connections to caches as a user that signs in by IAM. What the user may do there is said by its access string.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 */
export const elasticache = service({
  description: {
    english: "Connections to a cache of ElastiCache as a user that signs in by IAM.",
    korean: "IAM으로 인증하는 사용자의 ElastiCache 캐시 연결",
  },
  resources: {
    cache: {
      description: "The cache.",
      noun: "replicationgroup:<name>, serverlesscache:<name>",
      name: /(?:replicationgroup|serverlesscache):[a-z0-9-]{1,40}/,
      arn: "elasticache:{region}:{account}:{name}",
      example: "replicationgroup:orders",
    },
    user: {
      description: "The user of the cache.",
      noun: "a user id",
      name: /[a-z][a-z0-9-]{0,39}/,
      arn: "elasticache:{region}:{account}:user:{name}",
      example: "orders-app",
    },
  },
  // ElastiCache asks for the right to both at once.
  levels: { connect: [[["elasticache:Connect"], ["{cache}", "{user}"]]] },
  examples: [
    { cache: "replicationgroup:orders", user: "orders-app", level: "connect" },
    { cache: "serverlesscache:orders", user: "orders-app", level: "connect" },
  ],
  neighbouringActions: ["elasticache:ModifyUser", "elasticache:ModifyUserGroup"],
});
