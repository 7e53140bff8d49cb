import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const cases: AccessCase[] = [
  {
    name: "invokes an endpoint, also with a stream and in the background",
    entry: { sagemaker: { endpoint: "orders", level: "invoke" } },
    gives: [
      allow(
        [
          "sagemaker:InvokeEndpoint",
          "sagemaker:InvokeEndpointWithResponseStream",
          "sagemaker:InvokeEndpointAsync",
        ],
        [`arn:aws:sagemaker:${place}:endpoint/orders`],
      ),
    ],
  },
  {
    name: "invokes an inference component of an endpoint",
    entry: { sagemaker: { endpoint: "orders", component: "orders-model", level: "invoke" } },
    gives: [
      allow(
        [
          "sagemaker:InvokeEndpoint",
          "sagemaker:InvokeEndpointWithResponseStream",
          "sagemaker:InvokeEndpointAsync",
        ],
        [`arn:aws:sagemaker:${place}:endpoint/orders`],
      ),
      allow(
        ["sagemaker:InvokeEndpoint", "sagemaker:InvokeEndpointWithResponseStream"],
        [`arn:aws:sagemaker:${place}:inference-component/orders-model`],
      ),
    ],
  },
];

testAccess("sagemaker", cases);
