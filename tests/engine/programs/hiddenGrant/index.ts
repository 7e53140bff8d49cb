import * as iam from "@pulumi/aws/iam/index.js";
import * as sqs from "@pulumi/aws/sqs/index.js";

const queue = new sqs.Queue("orders");

// No preview knows the ARN, so none knows that the statement beside it grants everything.
new iam.Policy("of-a-new-queue", {
  policy: queue.arn.apply((arn) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "sqs:SendMessage", Resource: arn },
        { Effect: "Allow", Action: "*", Resource: "*" },
      ],
    }),
  ),
});
