import { service } from "../service.ts";

/**
 * Connections to clusters as a user that signs in by IAM. What the user may do there is said by its access string.
 *
 * @see https://docs.aws.amazon.com/memorydb/latest/devguide/auth-iam.html
 */
export const memorydb = service({
  description: {
    english: "Connections to a MemoryDB cluster as a user that signs in by IAM.",
    korean: "IAM으로 인증하는 사용자의 MemoryDB 클러스터 연결",
  },
  resources: {
    cluster: {
      description: "The cluster.",
      noun: "a cluster name",
      name: /[a-z][a-z0-9-]{0,39}/,
      arn: "memorydb:{region}:{account}:cluster/{name}",
      example: "orders",
    },
    user: {
      description: "The user of the cluster.",
      noun: "a user name",
      name: /[a-z][a-z0-9-]{0,39}/,
      arn: "memorydb:{region}:{account}:user/{name}",
      example: "orders-app",
    },
  },
  // MemoryDB asks for the right to both at once.
  levels: { connect: [[["memorydb:Connect"], ["{cluster}", "{user}"]]] },
  examples: [{ cluster: "orders", user: "orders-app", level: "connect" }],
  neighbouringActions: ["memorydb:UpdateUser", "memorydb:UpdateAcl"],
});
