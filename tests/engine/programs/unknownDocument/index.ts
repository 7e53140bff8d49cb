import * as iam from "@pulumi/aws/iam/index.js";
import * as sqs from "@pulumi/aws/sqs/index.js";

const queue = new sqs.Queue("orders");

new iam.Policy("of-a-new-queue", {
  policy: queue.arn.apply((arn) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sqs:SendMessage", Resource: arn }],
    }),
  ),
});
