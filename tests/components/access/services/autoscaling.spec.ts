import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "describes groups, their instances and hooks",
    entry: { autoscaling: { level: "describe" } },
    gives: [
      allow(
        [
          "autoscaling:DescribeAutoScalingInstances",
          "autoscaling:DescribeAutoScalingGroups",
          "autoscaling:DescribeLifecycleHooks",
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "completes a lifecycle action, or prolongs it",
    entry: { autoscaling: { group: "orders-*", level: "completeLifecycle" } },
    gives: [
      allow(
        ["autoscaling:CompleteLifecycleAction", "autoscaling:RecordLifecycleActionHeartbeat"],
        [`arn:aws:autoscaling:${place}:autoScalingGroup:*:autoScalingGroupName/orders-*`],
      ),
    ],
  },
  {
    name: "protects instances of the group from scaling in",
    entry: { autoscaling: { group: "orders", level: "protect" } },
    gives: [
      allow(
        ["autoscaling:SetInstanceProtection"],
        [`arn:aws:autoscaling:${place}:autoScalingGroup:*:autoScalingGroupName/orders`],
      ),
    ],
  },
  {
    name: "calls instances of the group ill or well",
    entry: {
      autoscaling: {
        group: [
          "orders",
          "arn:aws:autoscaling:eu-west-1:444455556666:autoScalingGroup:*:autoScalingGroupName/paid",
        ],
        level: "setHealth",
      },
    },
    gives: [
      allow(
        ["autoscaling:SetInstanceHealth"],
        [
          `arn:aws:autoscaling:${place}:autoScalingGroup:*:autoScalingGroupName/orders`,
          "arn:aws:autoscaling:eu-west-1:444455556666:autoScalingGroup:*:autoScalingGroupName/paid",
        ],
      ),
    ],
  },
  {
    name: "sends instances of the group to standby and back",
    entry: { autoscaling: { group: "orders", level: "standby" } },
    gives: [
      allow(
        ["autoscaling:EnterStandby", "autoscaling:ExitStandby"],
        [`arn:aws:autoscaling:${place}:autoScalingGroup:*:autoScalingGroupName/orders`],
      ),
    ],
  },
  {
    name: "ends instances of the group, with a smaller group or a new instance in their place",
    entry: { autoscaling: { group: "orders-*", level: "terminate" } },
    gives: [
      allow(
        ["autoscaling:TerminateInstanceInAutoScalingGroup"],
        [`arn:aws:autoscaling:${place}:autoScalingGroup:*:autoScalingGroupName/orders-*`],
      ),
    ],
  },
];

testAccess("autoscaling", cases);
