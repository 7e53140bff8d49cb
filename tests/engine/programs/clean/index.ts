import * as iam from "@pulumi/aws/iam/index.js";

new iam.Policy("narrow", {
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-central-1:*:orders" },
    ],
  }),
});
