import { service } from "../service.ts";

/**
 * A node that joins an EKS cluster: what its bootstrap asks about the cluster, the instance and how many pods fit it.
 * That the cluster takes it in is an access entry of the cluster. What AmazonEKSWorkerNodePolicy has beside is left out:
 * Pod Identity gives the credentials of other roles, and the network plugin, whose rights IAM can hardly limit, has a
 * role of its own by the advice of EKS. Images are a grant of `ecr`.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEKSWorkerNodePolicy.html
 */
export const eksNode = service({
  description: {
    english: "A node that joins an EKS cluster. IAM cannot limit which instances it describes.",
    korean: "EKS 클러스터에 참여하는 노드. 조회할 인스턴스는 IAM에서 제한할 수 없습니다",
  },
  resources: {
    cluster: {
      description: "The EKS cluster.",
      noun: "a cluster name",
      name: /[A-Za-z0-9][\w-]{0,99}/,
      arn: "eks:{region}:{account}:cluster/{name}",
      example: "orders",
    },
  },
  levels: {
    join: [
      [["eks:DescribeCluster"], "{cluster}"],
      [["ec2:DescribeInstances", "ec2:DescribeInstanceTypes"], "*"],
    ],
  },
  examples: [{ cluster: "orders", level: "join" }],
  neighbouringActions: ["eks:UpdateClusterConfig", "eks:CreateAccessEntry", "ec2:AssignPrivateIpAddresses"],
});
