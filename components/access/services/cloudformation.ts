import { service } from "../service.ts";

/**
 * The stack that made the instance, or another that it asks about. The helper scripts need no rights for their own stack
 * unless they are given a role or credentials: cfn-init, cfn-hup and cfn-get-metadata then read a resource of the stack,
 * and cfn-signal tells of success. Outputs are part of the description.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/cfn-helper-scripts-reference.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_cloudformation.html
 */
export const cloudformation = service({
  description: {
    english: "Resources and outputs of a stack, and signals to it.",
    korean: "스택의 리소스와 출력, 그리고 스택에 보내는 신호",
  },
  resources: {
    stack: {
      description: "The stack.",
      noun: "a stack name",
      name: /[A-Za-z][A-Za-z0-9-]{0,127}/,
      // The end of the ARN is another one each time that a stack of this name is made.
      arn: "cloudformation:{region}:{account}:stack/{name}/*",
      arnResource: /stack\/[A-Za-z][A-Za-z0-9-]{0,127}\/(?:\*|[0-9a-f-]+)/,
      example: "orders",
    },
  },
  levels: {
    read: [
      [
        [
          ...["cloudformation:DescribeStacks", "cloudformation:DescribeStackResource"],
          ...["cloudformation:DescribeStackResources", "cloudformation:ListStackResources"],
        ],
        "{stack}",
      ],
    ],
    signal: [[["cloudformation:SignalResource"], "{stack}"]],
    readSignal: ["read", "signal"],
  },
  examples: [{ stack: "orders", level: "read" }],
  neighbouringActions: ["cloudformation:GetTemplate", "cloudformation:UpdateStack"],
});
