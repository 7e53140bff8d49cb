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
];

testAccess("sqs", cases);
