import { service } from "../service.ts";

/**
 * Where the endpoints of a broker are. Messages of Amazon MQ are no matter of IAM: a client has a user of the broker,
 * whose password is a grant of `secretsmanager`.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-api-authentication-authorization.html
 */
export const mq = service({
  description: {
    english: "Where a broker of Amazon MQ is. IAM cannot limit the list of brokers, and judges no messages.",
    korean: "Amazon MQ 브로커의 위치. 브로커 목록은 IAM에서 제한할 수 없고 메시지는 IAM 대상이 아닙니다",
  },
  resources: {
    broker: {
      description: "The broker.",
      noun: "a broker name",
      name: /[\w-]{1,50}/,
      arn: "mq:{region}:{account}:broker:{name}:*",
      arnResource: /broker:[\w-]{1,50}:(?:b-[\w-]+|\*)/,
      example: "orders",
    },
  },
  levels: {
    find: [
      [["mq:ListBrokers"], "*"],
      [["mq:DescribeBroker"], "{broker}"],
    ],
  },
  examples: [{ broker: "orders", level: "find" }],
  neighbouringActions: ["mq:CreateUser", "mq:RebootBroker"],
});
