import { service } from "../service.ts";

/**
 * Calls of one function, which acts with its own role: `invoke` by the API, `callUrl` only by its URL. A name or ARN
 * without a version or an alias stands for calls that name none.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export const lambda = service({
  description: { english: "Calls of a Lambda function.", korean: "Lambda 함수의 호출" },
  resources: {
    function: {
      description: "The function, or one alias or version of it after a colon.",
      noun: "a function name",
      name: /[\w-]{1,140}(?::(?:\$LATEST|[\w-]{1,128}))?/,
      arn: "lambda:{region}:{account}:function:{name}",
      example: "orders",
    },
  },
  levels: {
    invoke: [[["lambda:InvokeFunction"], "{function}"]],
    callUrl: [
      [["lambda:InvokeFunctionUrl"], "{function}"],
      // Since October 2025 a call by the URL needs both.
      [["lambda:InvokeFunction"], "{function}", { Bool: { "lambda:InvokedViaFunctionUrl": ["true"] } }],
    ],
  },
  examples: [{ function: "orders", level: "invoke" }],
  neighbouringActions: ["lambda:UpdateFunctionCode", "lambda:DeleteFunction"],
  dataEvents: ["lambda:InvokeFunction"],
});
