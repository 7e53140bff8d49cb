import { service } from "../service.ts";

/**
 * An EventBridge pipe that exists, which acts with its own role. Creating or changing one is no word: it passes a role,
 * which is a way to more rights.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html
 */
export const pipes = service({
  description: { english: "An EventBridge pipe that exists.", korean: "이미 있는 EventBridge 파이프" },
  resources: {
    pipe: {
      description: "The pipe.",
      noun: "a pipe name",
      name: /[\w.-]{1,64}/,
      arn: "pipes:{region}:{account}:pipe/{name}",
      example: "orders",
    },
  },
  levels: {
    describe: [[["pipes:DescribePipe"], "{pipe}"]],
    start: [[["pipes:StartPipe"], "{pipe}"]],
    stop: [[["pipes:StopPipe"], "{pipe}"]],
    startStop: ["start", "stop"],
  },
  examples: [{ pipe: "orders", level: "describe" }],
  neighbouringActions: ["pipes:CreatePipe", "pipes:UpdatePipe"],
});
