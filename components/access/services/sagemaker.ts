import { service } from "../service.ts";

/**
 * Inference at endpoints, the only level there is. An asynchronous request names its input in S3, which the endpoint's
 * own role reads.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_sagemaker.html
 */
export const sagemaker = service({
  description: {
    english: "Inference at an endpoint of SageMaker AI.",
    korean: "SageMaker AI 엔드포인트의 추론",
  },
  resources: {
    endpoint: {
      description: "The endpoint.",
      noun: "an endpoint name",
      name: /[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}/,
      arn: "sagemaker:{region}:{account}:endpoint/{name}",
      example: "orders",
    },
    component: {
      description: "The inference component that requests name. None if left out.",
      noun: "an inference component name",
      name: /[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}/,
      arn: "sagemaker:{region}:{account}:inference-component/{name}",
      example: "orders-model",
      optional: true,
    },
  },
  levels: {
    invoke: [
      [
        [
          ...["sagemaker:InvokeEndpoint", "sagemaker:InvokeEndpointWithResponseStream"],
          "sagemaker:InvokeEndpointAsync",
        ],
        "{endpoint}",
      ],
      [["sagemaker:InvokeEndpoint", "sagemaker:InvokeEndpointWithResponseStream"], "{component}"],
    ],
  },
  examples: [{ endpoint: "orders", component: "orders-model", level: "invoke" }],
  neighbouringActions: ["sagemaker:UpdateEndpoint", "sagemaker:DeleteEndpoint"],
});
