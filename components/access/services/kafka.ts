import { oneOrSeveral, text } from "../../fields.ts";
import { fieldsByLevel } from "../fieldsByLevel.ts";
import { arnsOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const cluster: ResourceField = {
  description: "The cluster. By name, that of any UUID.",
  noun: "a cluster name",
  name: /[A-Za-z0-9-]{1,64}/,
  arn: "kafka:{region}:{account}:cluster/{name}/*",
  arnResource: /cluster\/[A-Za-z0-9-]{1,64}\/(?:[\w-]+|\*)/,
  example: "orders",
};

const names = (want: string) => oneOrSeveral(text(want, /^[\w.*-]{1,249}$/), want);

/**
 * Topics and consumer groups of a cluster that authenticates clients by IAM. `connect` is part of every word but
 * `findBrokers`, which asks MSK and not the cluster. A grant that reads names the consumer group that it commits as, if
 * any, and one that writes the transactional ids, if any. `describe` is also what a worker does before it uses topics:
 * it looks how they are configured. Since Kafka 3.0 a producer is idempotent unless told otherwise, so that `write` has
 * that right on the cluster. Nothing deletes, alters or configures topics.
 *
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/create-iam-access-control-policies.html
 */
export const kafka = service({
  description: {
    english: "Topics and consumer groups of an MSK cluster. IAM cannot limit `findBrokers` to one cluster.",
    korean: "MSK 클러스터의 토픽과 컨슈머 그룹. `findBrokers`는 IAM에서 클러스터 하나로 제한할 수 없습니다",
  },
  resources: { cluster },
  fields: {
    topic: names("a topic name, or several by *, such as orders.*, or a list of these")
      .meta({ description: "The topics.", examples: ["orders.*"] })
      .optional(),
    group: names("a consumer group, or several by *, such as connect-*, or a list of these")
      .meta({ description: "The consumer groups.", examples: ["connect-*"] })
      .optional(),
    transactionalId: names("a transactional id, or several by *, such as orders-*, or a list")
      .meta({ description: "The transactional ids of a producer.", examples: ["orders-*"] })
      .optional(),
  },
  levels: {
    findBrokers: [
      // The catalogue knows no resource of it.
      [["kafka:GetBootstrapBrokers"], "*"],
      [["kafka:DescribeClusterV2"], "{cluster}"],
    ],
    connect: [[["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"], "{cluster}"]],
    describe: [
      "connect",
      [["kafka-cluster:DescribeTopic", "kafka-cluster:DescribeTopicDynamicConfiguration"], "{topicArn}"],
      [["kafka-cluster:DescribeGroup"], "{groupArn}"],
    ],
    read: [
      "connect",
      "describe",
      [["kafka-cluster:ReadData"], "{topicArn}"],
      [["kafka-cluster:AlterGroup"], "{groupArn}"],
    ],
    write: [
      "connect",
      "describe",
      [["kafka-cluster:WriteDataIdempotently"], "{cluster}"],
      [["kafka-cluster:WriteData"], "{topicArn}"],
      [
        ["kafka-cluster:DescribeTransactionalId", "kafka-cluster:AlterTransactionalId"],
        "{transactionalIdArn}",
      ],
    ],
    readWrite: ["connect", "describe", "read", "write"],
    create: ["connect", "describe", [["kafka-cluster:CreateTopic"], "{topicArn}"]],
  },
  derived(grant, target) {
    const within = (type: string, names: string | readonly string[] = []) =>
      arnsOf(cluster, grant.cluster, target).flatMap((arn) =>
        [names].flat().map((name) => `${arn.replace(":cluster/", `:${type}/`)}/${name}`),
      );
    return {
      topicArn: within("topic", grant.topic),
      groupArn: within("group", grant.group),
      transactionalIdArn: within("transactional-id", grant.transactionalId),
    };
  },
  refine: fieldsByLevel({
    describe: ["topic", "group?"],
    read: ["topic", "group?"],
    write: ["topic", "transactionalId?"],
    readWrite: ["topic", "group?", "transactionalId?"],
    create: ["topic"],
  }),
  examples: [
    { cluster: "orders", topic: "orders.*", level: "write" },
    { cluster: "orders", topic: "orders.*", group: "connect-*", level: "read" },
    { cluster: "orders", topic: "orders.*", transactionalId: "orders-*", level: "write" },
    { cluster: "orders", level: "findBrokers" },
  ],
  neighbouringActions: ["kafka-cluster:DeleteTopic", "kafka-cluster:AlterCluster", "kafka:DeleteCluster"],
  dataEvents: ["kafka-cluster:WriteData"],
});
