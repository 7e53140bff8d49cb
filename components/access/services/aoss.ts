import { service } from "../service.ts";

/**
 * Requests to collections of OpenSearch Serverless. The right opens the API of the collection; what the role may read
 * and write there is said by data access policies.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html
 */
export const aoss = service({
  description: {
    english: "Collections of OpenSearch Serverless, as far as their data access policies permit.",
    korean: "데이터 액세스 정책에서 허용한 범위의 OpenSearch Serverless 컬렉션",
  },
  resources: {
    collection: {
      description: "The collection, by its id.",
      noun: "a collection id",
      name: /[a-z0-9]{3,40}/,
      arn: "aoss:{region}:{account}:collection/{name}",
      example: "abcdefghij1234567890",
    },
  },
  levels: { connect: [[["aoss:APIAccessAll"], "{collection}"]] },
  examples: [{ collection: "abcdefghij1234567890", level: "connect" }],
  neighbouringActions: ["aoss:UpdateAccessPolicy", "aoss:DeleteCollection"],
});
