import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "finds the endpoint of the account",
    entry: { iot: { level: "findEndpoint" } },
    gives: [allow(["iot:DescribeEndpoint"], ["*"])],
  },
  {
    name: "connects as clients of a prefix",
    entry: { iot: { client: "orders-*", level: "connect" } },
    gives: [allow(["iot:Connect"], [`arn:aws:iot:${place}:client/orders-*`])],
  },
  {
    name: "publishes to topics",
    entry: { iot: { topic: ["orders/*", "$aws/things/gate/shadow/get"], level: "publish" } },
    gives: [
      allow(
        ["iot:Publish"],
        [`arn:aws:iot:${place}:topic/orders/*`, `arn:aws:iot:${place}:topic/$aws/things/gate/shadow/get`],
      ),
    ],
  },
  {
    name: "publishes messages that are retained",
    entry: { iot: { topic: "orders/last", level: "publishRetained" } },
    gives: [allow(["iot:Publish", "iot:RetainPublish"], [`arn:aws:iot:${place}:topic/orders/last`])],
  },
  {
    name: "receives what it is subscribed to",
    entry: { iot: { topic: "orders/*", level: "receive" } },
    gives: [allow(["iot:Receive"], [`arn:aws:iot:${place}:topic/orders/*`])],
  },
  {
    name: "subscribes and receives",
    entry: { iot: { topic: "orders/*", level: "subscribe" } },
    gives: [
      allow(["iot:Receive"], [`arn:aws:iot:${place}:topic/orders/*`]),
      allow(["iot:Subscribe"], [`arn:aws:iot:${place}:topicfilter/orders/*`]),
    ],
  },
  {
    name: "publishes, subscribes and receives",
    entry: { iot: { topic: "orders/*", level: "publishSubscribe" } },
    gives: [
      allow(["iot:Publish", "iot:Receive"], [`arn:aws:iot:${place}:topic/orders/*`]),
      allow(["iot:Subscribe"], [`arn:aws:iot:${place}:topicfilter/orders/*`]),
    ],
  },
  {
    name: "reads the shadow of a thing",
    entry: { iot: { thing: "gate", level: "readShadow" } },
    gives: [allow(["iot:GetThingShadow"], [`arn:aws:iot:${place}:thing/gate`])],
  },
  {
    name: "writes the shadow of a thing",
    entry: { iot: { thing: "gate", level: "writeShadow" } },
    gives: [allow(["iot:UpdateThingShadow"], [`arn:aws:iot:${place}:thing/gate`])],
  },
];

testAccess("iot", cases);
