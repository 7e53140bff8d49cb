import * as aws from "@pulumi/aws";

const trust = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
const role = new aws.iam.Role("role", {
  assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
  tags: { Name: "role" },
});

export default {
  account: aws.getCallerIdentityOutput().accountId,
  tags: role.tagsAll,
};
