import * as iam from "@pulumi/aws/iam/index.js";

new iam.Policy("everything", {
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
  }),
});
