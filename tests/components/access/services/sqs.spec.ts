import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "send finds the queue and sends",
    entry: { sqs: { queue: "orders", level: "send" } },
    gives: [
      allow(
        ["sqs:GetQueueUrl", "sqs:GetQueueAttributes", "sqs:SendMessage"],
        [`arn:aws:sqs:${place}:orders`],
      ),
    ],
  },
  {
    name: "receive also deletes what it has handled",
    entry: { sqs: { queue: "orders", level: "receive" } },
    gives: [
      allow(
        [
          ...["sqs:GetQueueUrl", "sqs:GetQueueAttributes", "sqs:ReceiveMessage", "sqs:DeleteMessage"],
          "sqs:ChangeMessageVisibility",
        ],
        [`arn:aws:sqs:${place}:orders`],
      ),
    ],
  },
  {
    name: "sendReceive is both",
    entry: { sqs: { queue: "orders.fifo", level: "sendReceive" } },
    gives: [
      allow(
        [
          ...["sqs:GetQueueUrl", "sqs:GetQueueAttributes", "sqs:SendMessage", "sqs:ReceiveMessage"],
          ...["sqs:DeleteMessage", "sqs:ChangeMessageVisibility"],
        ],
        [`arn:aws:sqs:${place}:orders.fifo`],
      ),
    ],
  },
  {
    name: "send to the queues that a pattern matches, encrypted by an own key",
    entry: { sqs: { queue: "orders-*", key: "1234abcd-12ab-34cd-56ef-1234567890ab", level: "send" } },
    gives: [
      allow(
        ["sqs:GetQueueUrl", "sqs:GetQueueAttributes", "sqs:SendMessage"],
        [`arn:aws:sqs:${place}:orders-*`],
      ),
      allow(
        ["kms:GenerateDataKey", "kms:Decrypt"],
        [`arn:aws:kms:${place}:key/1234abcd-12ab-34cd-56ef-1234567890ab`],
        {
          StringEquals: { "kms:ViaService": ["sqs.eu-central-1.amazonaws.com"] },
        },
      ),
    ],
  },
];

testAccess("sqs", cases);
