import type { AccessGrants } from "../config/accessSchema.ts";
import { looksLikeArn, regionalArn, type Target } from "../../iam/arn.ts";
import { allow, type Statement } from "../../iam/statement.ts";

/** A program knows its queue by name and asks for the URL first. */
const FIND = ["sqs:GetQueueUrl", "sqs:GetQueueAttributes"];

const SEND = ["sqs:SendMessage"];

const RECEIVE = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"];

/**
 * Messages of one queue.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html
 */
export function sqsStatements({ queue, level }: AccessGrants["sqs"], target: Target): Statement[] {
  const queues = [looksLikeArn(queue) ? queue : regionalArn(target, "sqs", queue)];
  switch (level) {
    case "send":
      return [allow([...FIND, ...SEND], queues)];
    case "receive":
      return [allow([...FIND, ...RECEIVE], queues)];
    case "sendReceive":
      return [allow([...FIND, ...SEND, ...RECEIVE], queues)];
  }
}
