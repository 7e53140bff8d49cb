import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

const ofGroup = ["group"];

/**
 * What an instance says about itself to the group that it is in: that a lifecycle hook is done or takes longer, that
 * scaling in must spare it, that it is ill, that it goes to standby, or that its work is done: `terminate` ends it, with
 * a smaller group or a new instance in its place. These say it of any instance of the group. The group may be several by
 * `*`, as AWS shows, for CloudFormation ends the names of groups with letters of its own. Nothing else scales the group.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/control-access-using-iam.html
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html
 * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html
 */
export const autoscaling = service({
  description: {
    english: "An instance in its Auto Scaling group. IAM cannot limit `describe` to some groups.",
    korean: "Auto Scaling 그룹 안의 인스턴스. `describe`는 IAM에서 일부 그룹으로 제한할 수 없습니다",
  },
  resources: {
    group: {
      description: "The Auto Scaling group.",
      noun: "a group name",
      name: /[\w .,+=@#/*-]{1,255}/,
      arn: "autoscaling:{region}:{account}:autoScalingGroup:*:autoScalingGroupName/{name}",
      arnResource: /autoScalingGroup:[\w*-]+:autoScalingGroupName\/[^:]+/,
      example: "orders",
      optional: true,
    },
  },
  names: { english: "`group`, but not for `describe`", korean: "`group`(`describe` 제외)" },
  levels: {
    describe: [
      [
        [
          ...["autoscaling:DescribeAutoScalingInstances", "autoscaling:DescribeAutoScalingGroups"],
          "autoscaling:DescribeLifecycleHooks",
        ],
        "*",
      ],
    ],
    completeLifecycle: [
      [["autoscaling:CompleteLifecycleAction", "autoscaling:RecordLifecycleActionHeartbeat"], "{group}"],
    ],
    protect: [[["autoscaling:SetInstanceProtection"], "{group}"]],
    setHealth: [[["autoscaling:SetInstanceHealth"], "{group}"]],
    standby: [[["autoscaling:EnterStandby", "autoscaling:ExitStandby"], "{group}"]],
    terminate: [[["autoscaling:TerminateInstanceInAutoScalingGroup"], "{group}"]],
  },
  refine: fieldsByLevel({
    completeLifecycle: ofGroup,
    protect: ofGroup,
    setHealth: ofGroup,
    standby: ofGroup,
    terminate: ofGroup,
  }),
  examples: [{ group: "orders", level: "completeLifecycle" }, { level: "describe" }],
  neighbouringActions: ["autoscaling:SetDesiredCapacity", "autoscaling:UpdateAutoScalingGroup"],
});
