import { service } from "../service.ts";

/** A program knows its queue by name and asks for the URL first. */
const FIND = ["sqs:GetQueueUrl", "sqs:GetQueueAttributes"];

const SEND = ["sqs:SendMessage"];

const RECEIVE = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"];

/**
 * Messages of queues.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export const sqs = service({
  description: { english: "Messages of a queue.", korean: "대기열의 메시지" },
  resources: {
    queue: {
      description: "The queue, or those whose names a pattern such as orders-* matches.",
      noun: "a queue name",
      name: /[\w-][\w*?-]{0,79}(?:\.fifo)?/,
      arn: "sqs:{region}:{account}:{name}",
      example: "orders",
    },
  },
  via: "sqs",
  levels: {
    send: [
      [FIND, "{queue}"],
      [SEND, "{queue}"],
      [["kms:GenerateDataKey", "kms:Decrypt"], "{key}"],
    ],
    receive: [
      [FIND, "{queue}"],
      [RECEIVE, "{queue}"],
      [["kms:Decrypt"], "{key}"],
    ],
    sendReceive: ["send", "receive"],
  },
  examples: [{ queue: "orders", level: "send" }],
  neighbouringActions: ["sqs:PurgeQueue", "sqs:DeleteQueue"],
  dataEvents: [...SEND, ...RECEIVE],
});
