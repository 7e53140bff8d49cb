import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

const ofGroup = ["group"];

/**
 * What an instance says about itself to the group that it is in: that a lifecycle hook is done or takes longer, that
 * scaling in must spare it, that it is ill, or that it goes to standby. These say it of any instance of the group. The
 * group may be several by `*`, as AWS shows, for CloudFormation ends the names of groups with letters of its own.
 * Nothing scales the group or ends an instance but by calling it ill.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/control-access-using-iam.html
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/lifecycle-hooks.html
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
  },
  refine: fieldsByLevel({
    completeLifecycle: ofGroup,
    protect: ofGroup,
    setHealth: ofGroup,
    standby: ofGroup,
  }),
  examples: [{ group: "orders", level: "completeLifecycle" }, { level: "describe" }],
  neighbouringActions: [
    "autoscaling:TerminateInstanceInAutoScalingGroup",
    "autoscaling:SetDesiredCapacity",
    "autoscaling:UpdateAutoScalingGroup",
  ],
});
