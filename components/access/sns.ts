import { looksLikeArn, regionalArn } from "../../iam/arn.ts";
import { allow } from "../../iam/statement.ts";
import { resource, service } from "./service.ts";

/**
 * Publishing to one topic, the only level there is.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 */
export const sns = service({
  description: { english: "Messages of a topic.", korean: "주제의 메시지" },
  fields: {
    topic: resource({
      description: "The topic.",
      noun: "a topic name",
      name: /[\w-]{1,256}(\.fifo)?/,
      arn: ["sns", /[\w-]+(\.fifo)?/],
      examples: ["orders", "arn:aws:sns:eu-central-1:111122223333:orders"],
    }),
  },
  levels: { publish: [] },
  examples: [{ topic: "orders", level: "publish" }],
  statements: ({ topic }, target) => [
    allow(["sns:Publish"], [looksLikeArn(topic) ? topic : regionalArn(target, "sns", topic)]),
  ],
  neighbouringActions: ["sns:Subscribe", "sns:DeleteTopic"],
  dataEvents: ["sns:Publish"],
});
