import { fieldsByLevel } from "../fieldsByLevel.ts";
import { service } from "../service.ts";

/**
 * Targets of a target group: an instance that takes itself in and out of service. IAM does not tell which target, so
 * that these register any. Classic load balancers are none of this.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/load-balancer-authentication-access-control.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_elbv2.html
 */
export const elasticloadbalancing = service({
  description: {
    english: "Targets of a target group. IAM cannot limit `describe` to some of them.",
    korean: "대상 그룹의 대상. `describe`는 IAM에서 일부 대상 그룹으로 제한할 수 없습니다",
  },
  resources: {
    targetGroup: {
      description: "The target group.",
      noun: "a target group name",
      name: /[A-Za-z0-9-]{1,32}/,
      arn: "elasticloadbalancing:{region}:{account}:targetgroup/{name}/*",
      arnResource: /targetgroup\/[A-Za-z0-9-]{1,32}\/(?:[0-9a-f]+|\*)/,
      example: "orders",
      optional: true,
    },
  },
  names: { english: "`targetGroup`, but not for `describe`", korean: "`targetGroup`(`describe` 제외)" },
  levels: {
    describe: [
      [
        [
          ...["elasticloadbalancing:DescribeTargetHealth", "elasticloadbalancing:DescribeTargetGroups"],
          "elasticloadbalancing:DescribeLoadBalancers",
        ],
        "*",
      ],
    ],
    register: [[["elasticloadbalancing:RegisterTargets"], "{targetGroup}"]],
    deregister: [[["elasticloadbalancing:DeregisterTargets"], "{targetGroup}"]],
    registerDeregister: ["register", "deregister"],
  },
  refine: fieldsByLevel({
    register: ["targetGroup"],
    deregister: ["targetGroup"],
    registerDeregister: ["targetGroup"],
  }),
  examples: [{ targetGroup: "orders", level: "register" }, { level: "describe" }],
  neighbouringActions: ["elasticloadbalancing:ModifyTargetGroup", "elasticloadbalancing:DeleteTargetGroup"],
});
