import * as iam from "@pulumi/aws/iam/index.js";

new iam.RolePolicyAttachment("all-powerful", {
  role: "a-role-of-somebody",
  policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
});
