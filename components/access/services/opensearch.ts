import { service } from "../service.ts";

/**
 * What searches with a body are posted to, on all indexes or on those that the path names. A star matches slashes too, so
 * that a document of such an id, in any index, can be posted as well: reading alone does not give it.
 */
const SEARCHES = ["_search", "_search/*", "_msearch", "_mget", "_count"].flatMap((operation) => [
  `{domain}/${operation}`,
  `{domain}/*/${operation}`,
]);

/**
 * Requests to a domain of OpenSearch Service, by the method and path of HTTP. The paths of the security plugin are among
 * them: fine-grained access control says in the domain who may change it.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
 */
export const opensearch = service({
  description: {
    english:
      "Documents and indexes of an OpenSearch Service domain. `search` posts searches with a body, which IAM cannot tell from documents of such names.",
    korean:
      "OpenSearch Service 도메인의 문서와 인덱스. `search`는 본문이 있는 검색을 POST로 보내며, IAM은 같은 이름의 문서를 쓰는 요청과 구분하지 못합니다",
  },
  resources: {
    domain: {
      description: "The domain.",
      noun: "a domain name",
      name: /[a-z][a-z0-9-]{2,27}/,
      arn: "es:{region}:{account}:domain/{name}",
      example: "orders",
    },
  },
  levels: {
    read: [[["es:ESHttpGet", "es:ESHttpHead"], "{domain}/*"]],
    search: ["read", [["es:ESHttpPost"], SEARCHES]],
    write: [[["es:ESHttpPut", "es:ESHttpPost", "es:ESHttpPatch"], "{domain}/*"]],
    delete: [[["es:ESHttpDelete"], "{domain}/*"]],
    readWrite: ["search", "write"],
    readWriteDelete: ["readWrite", "delete"],
  },
  examples: [{ domain: "orders", level: "read" }],
  neighbouringActions: ["es:UpdateDomainConfig", "es:DeleteDomain"],
});
