import { service } from "../service.ts";

/**
 * Where the endpoints of a broker are. Messages are no matter of IAM where a client has a user of the broker, whose
 * password is a grant of `secretsmanager`. RabbitMQ may be set up to take tokens of STS instead; those are asked for with
 * `sts:GetWebIdentityToken`, which is said with `statements`.
 *
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-access.html
 * @see https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-api-authentication-authorization.html
 */
export const mq = service({
  description: {
    english:
      "Where a broker of Amazon MQ is. IAM cannot limit the list of them, nor judge messages of its own users.",
    korean:
      "Amazon MQ 브로커의 위치. 목록은 IAM에서 제한할 수 없고 자체 사용자의 메시지는 IAM 대상이 아닙니다",
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
