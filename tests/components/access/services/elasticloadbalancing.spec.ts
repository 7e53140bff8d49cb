import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "describes targets, groups and load balancers",
    entry: { elasticloadbalancing: { level: "describe" } },
    gives: [
      allow(
        [
          "elasticloadbalancing:DescribeTargetHealth",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeLoadBalancers",
        ],
        ["*"],
      ),
    ],
  },
  {
    name: "registers targets",
    entry: { elasticloadbalancing: { targetGroup: "orders", level: "register" } },
    gives: [
      allow(
        ["elasticloadbalancing:RegisterTargets"],
        [`arn:aws:elasticloadbalancing:${place}:targetgroup/orders/*`],
      ),
    ],
  },
  {
    name: "deregisters targets",
    entry: { elasticloadbalancing: { targetGroup: "orders", level: "deregister" } },
    gives: [
      allow(
        ["elasticloadbalancing:DeregisterTargets"],
        [`arn:aws:elasticloadbalancing:${place}:targetgroup/orders/*`],
      ),
    ],
  },
  {
    name: "registers and deregisters targets of a group by ARN",
    entry: {
      elasticloadbalancing: {
        targetGroup:
          "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/orders/6d0ecf831eec9f09",
        level: "registerDeregister",
      },
    },
    gives: [
      allow(
        ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
        [`arn:aws:elasticloadbalancing:${place}:targetgroup/orders/6d0ecf831eec9f09`],
      ),
    ],
  },
];

testAccess("elasticloadbalancing", cases);
