import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "connects to the cluster of a name, whatever its UUID",
    entry: { kafka: { cluster: "orders", level: "connect" } },
    gives: [
      allow(
        ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
        [`arn:aws:kafka:${place}:cluster/orders/*`],
      ),
    ],
  },
  {
    name: "looks up the brokers of the cluster",
    entry: { kafka: { cluster: "orders", level: "findBrokers" } },
    gives: [
      allow(["kafka:GetBootstrapBrokers"], ["*"]),
      allow(["kafka:DescribeClusterV2"], [`arn:aws:kafka:${place}:cluster/orders/*`]),
    ],
  },
  {
    name: "describes topics and consumer groups",
    entry: { kafka: { cluster: "orders", topic: "orders.*", group: "connect-*", level: "describe" } },
    gives: [
      allow(
        ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
        [`arn:aws:kafka:${place}:cluster/orders/*`],
      ),
      allow(
        ["kafka-cluster:DescribeTopic", "kafka-cluster:DescribeTopicDynamicConfiguration"],
        [`arn:aws:kafka:${place}:topic/orders/*/orders.*`],
      ),
      allow(["kafka-cluster:DescribeGroup"], [`arn:aws:kafka:${place}:group/orders/*/connect-*`]),
    ],
  },
  {
    name: "reads topics as a consumer group",
    entry: { kafka: { cluster: "orders", topic: "orders.*", group: "connect-*", level: "read" } },
    gives: [
      allow(
        ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
        [`arn:aws:kafka:${place}:cluster/orders/*`],
      ),
      allow(
        [
          "kafka-cluster:DescribeTopic",
          "kafka-cluster:DescribeTopicDynamicConfiguration",
          "kafka-cluster:ReadData",
        ],
        [`arn:aws:kafka:${place}:topic/orders/*/orders.*`],
      ),
      allow(
        ["kafka-cluster:DescribeGroup", "kafka-cluster:AlterGroup"],
        [`arn:aws:kafka:${place}:group/orders/*/connect-*`],
      ),
    ],
  },
  {
    name: "writes topics of a cluster by ARN, in transactions",
    entry: {
      kafka: {
        cluster: "arn:aws:kafka:eu-west-1:444455556666:cluster/orders/0f1e-2",
        topic: "orders.paid",
        transactionalId: "orders-*",
        level: "write",
      },
    },
    gives: [
      allow(
        ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster", "kafka-cluster:WriteDataIdempotently"],
        ["arn:aws:kafka:eu-west-1:444455556666:cluster/orders/0f1e-2"],
      ),
      allow(
        [
          "kafka-cluster:DescribeTopic",
          "kafka-cluster:DescribeTopicDynamicConfiguration",
          "kafka-cluster:WriteData",
        ],
        ["arn:aws:kafka:eu-west-1:444455556666:topic/orders/0f1e-2/orders.paid"],
      ),
      allow(
        ["kafka-cluster:DescribeTransactionalId", "kafka-cluster:AlterTransactionalId"],
        ["arn:aws:kafka:eu-west-1:444455556666:transactional-id/orders/0f1e-2/orders-*"],
      ),
    ],
  },
  {
    name: "reads and writes without a consumer group",
    entry: { kafka: { cluster: "orders", topic: ["orders.*", "connect-*"], level: "readWrite" } },
    gives: [
      allow(
        ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster", "kafka-cluster:WriteDataIdempotently"],
        [`arn:aws:kafka:${place}:cluster/orders/*`],
      ),
      allow(
        [
          ...["kafka-cluster:DescribeTopic"],
          ...["kafka-cluster:DescribeTopicDynamicConfiguration", "kafka-cluster:ReadData"],
          ...["kafka-cluster:WriteData"],
        ],
        [`arn:aws:kafka:${place}:topic/orders/*/orders.*`, `arn:aws:kafka:${place}:topic/orders/*/connect-*`],
      ),
    ],
  },
  {
    name: "creates topics",
    entry: { kafka: { cluster: "orders", topic: "connect-*", level: "create" } },
    gives: [
      allow(
        ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
        [`arn:aws:kafka:${place}:cluster/orders/*`],
      ),
      allow(
        [
          "kafka-cluster:DescribeTopic",
          "kafka-cluster:DescribeTopicDynamicConfiguration",
          "kafka-cluster:CreateTopic",
        ],
        [`arn:aws:kafka:${place}:topic/orders/*/connect-*`],
      ),
    ],
  },
];

testAccess("kafka", cases);
