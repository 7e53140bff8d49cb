import assert from "node:assert/strict";
import { reviewWorkload } from "../../../operations/review/reviewWorkload.ts";
import { target } from "../../components/stackFixture.ts";
import { describeCases } from "./reviewCase.ts";
import { lately, longAgo, orders, service, since, usage } from "./reviewFixture.ts";

const s3Used = service("Amazon S3", lately, {
  CreateBucket: lately,
  DeleteBucket: longAgo,
  PutBucketTagging: undefined,
});

const sqsUsed = { sqs: service("Amazon SQS", lately) };

describeCases("the verdict on a role", [
  {
    name: "a role that is younger than the window is too young for a proposal",
    workload: "access:\n  - sns: { topic: orders, level: publish }",
    usage: usage({ sns: service("Amazon SNS", undefined) }, { createdAt: lately }),
    verdict: "too young",
    proposals: [],
  },
  {
    name: "a role that was never used is proposed nothing smaller for",
    workload: "access:\n  - sns: { topic: orders, level: publish }",
    usage: usage({ sns: service("Amazon SNS", undefined) }),
    verdict: "never used",
    proposals: [],
  },
  {
    name: "a role that was last used before the window is one that is never used",
    workload: "access:\n  - sns: { topic: orders, level: publish }",
    usage: usage({ sns: service("Amazon SNS", longAgo) }, { lastUsed: longAgo }),
    verdict: "never used",
    proposals: [],
  },
  {
    name: "a role is in use where a service says so, though its own date is missing",
    workload: "access:\n  - sqs: { queue: orders, level: send }",
    usage: usage(sqsUsed),
    verdict: "all in use",
    proposals: [],
  },
]);

describe("the review of a workload", () => {
  it("tells of each service what is granted and how it was used", async () => {
    const workload = await orders(
      'access:\n  - sns: { topic: orders, level: publish }\nstatements:\n  - actions: ["s3:*Bucket", "s3:GetObject"]\n    resources: ["*"]',
    );
    const used = usage({ s3: s3Used, sns: service("Amazon SNS", longAgo) }, { lastUsed: longAgo });
    const { services, lastUsed } = await reviewWorkload(
      { workload, usage: used, managed: {}, atAnyAge: false },
      target,
      since,
    );
    assert.deepEqual(
      { services, lastUsed },
      {
        lastUsed: lately,
        services: [
          {
            namespace: "s3",
            name: "Amazon S3",
            used: true,
            lastUsed: lately,
            actions: [
              { action: "s3:CreateBucket", use: "used", lastUsed: lately },
              { action: "s3:DeleteBucket", use: "unused", lastUsed: longAgo },
              { action: "s3:GetObject", use: "not tracked" },

              { action: "s3:ListBucket", use: "not tracked" },
            ],
          },
          {
            namespace: "sns",
            name: "Amazon SNS",
            used: false,
            lastUsed: longAgo,
            actions: [{ action: "sns:Publish", use: "unused", lastUsed: longAgo }],
          },
        ],
      },
    );
  });

  it("judges a role whatever its age where that is asked", async () => {
    const workload = await orders("access:\n  - sqs: { queue: orders, level: send }");
    const young = { ...usage(sqsUsed), createdAt: "9999-01-01T00:00:00.000Z" };
    const verdicts = [false, true].map(async (atAnyAge) => {
      const { verdict } = await reviewWorkload(
        { workload, usage: young, managed: {}, atAnyAge },
        target,
        since,
      );
      return verdict;
    });
    assert.deepEqual(await Promise.all(verdicts), ["too young", "all in use"]);
  });
});
