import { service } from "../service.ts";

/**
 * Publishing to topics, the only level there is.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 */
export const sns = service({
  description: { english: "Messages of a topic.", korean: "주제의 메시지" },
  resources: {
    topic: {
      description: "The topic.",
      noun: "a topic name",
      name: /[\w-]{1,256}(?:\.fifo)?/,
      arn: "sns:{region}:{account}:{name}",
      example: "orders",
    },
  },
  via: "sns",
  levels: {
    publish: [
      [["sns:Publish"], "{topic}"],
      // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
      [["kms:GenerateDataKey", "kms:Decrypt"], "{key}"],
    ],
  },
  examples: [{ topic: "orders", level: "publish" }],
  neighbouringActions: ["sns:Subscribe", "sns:DeleteTopic"],
  dataEvents: ["sns:Publish"],
});
