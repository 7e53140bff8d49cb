import { arnsOf, type ResourceField } from "../resourceField.ts";
import { service } from "../service.ts";

const cluster: ResourceField = {
  description: "The ECS cluster.",
  noun: "a cluster name",
  name: /[\w-]{1,255}/,
  arn: "ecs:{region}:{account}:cluster/{name}",
  example: "orders",
};

/**
 * The ECS agent of an instance of one cluster, which exists: nothing creates it. Whoever may poll is sent the tasks of
 * the cluster with the credentials of their roles, so that the cluster is named exactly. Images and logs are grants of
 * their own; `runTagged` tags the instance as it registers it. To take tags from EC2 it also describes as `ec2` says.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEC2ContainerServiceforEC2Role.html
 */
export const ecsAgent = service({
  description: {
    english: "The ECS agent: it takes tasks of a cluster, and with them the credentials of their roles.",
    korean: "ECS 에이전트. 클러스터의 태스크와 그 태스크 역할의 자격 증명을 받습니다",
  },
  resources: { cluster },
  levels: {
    run: [
      [["ecs:DiscoverPollEndpoint"], "*"],
      [
        [
          ...["ecs:RegisterContainerInstance", "ecs:DeregisterContainerInstance"],
          ...["ecs:SubmitContainerStateChange", "ecs:SubmitTaskStateChange"],
          "ecs:SubmitAttachmentStateChanges",
        ],
        "{cluster}",
      ],
      [["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"], "{containerInstance}"],
    ],
    runTagged: [
      "run",
      [
        ["ecs:TagResource"],
        "{containerInstance}",
        { StringEquals: { "ecs:CreateAction": ["RegisterContainerInstance"] } },
      ],
    ],
  },
  derived: (grant, target) => ({
    containerInstance: arnsOf(cluster, grant.cluster, target).map(
      (arn) => `${arn.replace(":cluster/", ":container-instance/")}/*`,
    ),
  }),
  examples: [{ cluster: "orders", level: "run" }],
  neighbouringActions: ["ecs:RunTask", "ecs:CreateCluster", "ecs:ExecuteCommand"],
  // On every cluster, it would be sent the credentials of every task of the account.
  withinBoundary: false,
});
