import assert from "node:assert/strict";
import { judgeBy } from "../../../../operations/review/usage/usage.ts";
import { lately, longAgo, service, since, usage } from "../reviewFixture.ts";

const judge = judgeBy(
  usage({
    s3: service("Amazon S3", lately, {
      CreateBucket: lately,
      DeleteBucket: longAgo,
      PutBucketPolicy: undefined,
    }),
    sqs: service("Amazon SQS", longAgo, { CreateQueue: undefined, DeleteQueue: longAgo }),
    sns: service("Amazon SNS", undefined),
    iam: service("IAM", undefined),
    ec2: service("Amazon EC2", since, { RunInstances: since }),
  }),
  since,
);

const cases = [
  ["s3:CreateBucket", { use: "used", lastUsed: lately }, "tracked and used in the window"],
  ["S3:createbucket", { use: "used", lastUsed: lately }, "written in another case"],
  ["s3:DeleteBucket", { use: "unused", lastUsed: longAgo }, "used before the window"],
  ["s3:PutBucketPolicy", { use: "unused" }, "tracked and never used"],
  ["s3:GetObject", { use: "not tracked" }, "not in AWS's list, of a service in use"],
  ["sqs:SendMessage", { use: "unused", lastUsed: longAgo }, "not in the list, of a service last used before"],
  ["sqs:CreateQueue", { use: "unused" }, "never used, of a service last used before"],
  ["sqs:DeleteQueue", { use: "unused", lastUsed: longAgo }, "used before, as its service"],
  ["sns:Publish", { use: "unused" }, "of a service that was never used"],
  ["iam:PassRole", { use: "not tracked" }, "iam:PassRole, of a service that was never used"],
  ["iam:passrole", { use: "not tracked" }, "iam:PassRole in another case"],
  ["iam:GetRole", { use: "unused" }, "any other of IAM"],
  ["kms:Decrypt", { use: "not tracked" }, "of a service that no deployed policy allows"],
  ["ec2:RunInstances", { use: "used", lastUsed: since }, "used at the first moment of the window"],
] as const;

describe("the judgement on an action", () => {
  for (const [action, expected, name] of cases)
    it(`is "${expected.use}" for ${action}: ${name}`, () => {
      assert.deepEqual(judge.ofAction(action), { action, ...expected });
    });
});
