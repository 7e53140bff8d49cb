import {
  CreateQueueCommand,
  DeleteQueueCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import type { Clients } from "../clients.ts";
import type { RealCall, Remove } from "./realCall.ts";

/** A queue made by the administrator of the embedded AWS, its URL, and how to take it away. */
export async function makeQueue({ sqs }: Clients, queue: string): Promise<{ url: string; remove: Remove }> {
  const attributes = queue.endsWith(".fifo")
    ? { FifoQueue: "true", ContentBasedDeduplication: "true" }
    : undefined;
  const { QueueUrl: url = "" } = await sqs.send(
    new CreateQueueCommand({ QueueName: queue, Attributes: attributes }),
  );
  return { url, remove: () => sqs.send(new DeleteQueueCommand({ QueueUrl: url })) };
}

/** Sending and receiving, and the end of the queue and of its messages, which nobody is granted. */
export function sqsCalls({ sqs }: Clients, queueArn: string, url: string): RealCall[] {
  const group = queueArn.endsWith(".fifo") ? { MessageGroupId: "proof" } : {};
  const call = (action: string, send: () => Promise<unknown>): RealCall => ({
    action: `sqs:${action}`,
    resource: queueArn,
    send,
  });
  return [
    call("SendMessage", () =>
      sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: "proof", ...group })),
    ),
    call("ReceiveMessage", () => sqs.send(new ReceiveMessageCommand({ QueueUrl: url, WaitTimeSeconds: 0 }))),
    call("PurgeQueue", () => sqs.send(new PurgeQueueCommand({ QueueUrl: url }))),
    call("DeleteQueue", () => sqs.send(new DeleteQueueCommand({ QueueUrl: url }))),
  ];
}
