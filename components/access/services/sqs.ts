import { looksLikeArn, regionalArn } from "../../../iam/arn.ts";
import { allow } from "../../../iam/statement.ts";
import { resource, service } from "../service.ts";

/** A program knows its queue by name and asks for the URL first. */
const FIND = ["sqs:GetQueueUrl", "sqs:GetQueueAttributes"];

const SEND = ["sqs:SendMessage"];

const RECEIVE = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"];

/**
 * Messages of one queue.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
 */
export const sqs = service({
  description: { english: "Messages of a queue.", korean: "대기열의 메시지" },
  fields: {
    queue: resource({
      description: "The queue.",
      noun: "a queue name",
      name: /[\w-]{1,80}(\.fifo)?/,
      arn: ["sqs", /[\w-]+(\.fifo)?/],
      examples: ["orders", "arn:aws:sqs:eu-central-1:111122223333:orders"],
    }),
  },
  levels: { send: [], receive: [], sendReceive: ["send", "receive"] },
  examples: [{ queue: "orders", level: "send" }],
  statements({ queue, level }, target) {
    const queues = [looksLikeArn(queue) ? queue : regionalArn(target, "sqs", queue)];
    switch (level) {
      case "send":
        return [allow([...FIND, ...SEND], queues)];
      case "receive":
        return [allow([...FIND, ...RECEIVE], queues)];
      case "sendReceive":
        return [allow([...FIND, ...SEND, ...RECEIVE], queues)];
    }
  },
  neighbouringActions: ["sqs:PurgeQueue", "sqs:DeleteQueue"],
  dataEvents: [...SEND, ...RECEIVE],
});
