import type { Review, ReviewedWorkload } from "../../../../operations/review/review.ts";
import { lately, longAgo, reviewedAt, since } from "../reviewFixture.ts";

const role = (name: string): Pick<ReviewedWorkload, "name" | "roleName" | "roleArn" | "createdAt"> => ({
  name,
  roleName: `shop-dev-${name}`,
  roleArn: `arn:aws:iam::111122223333:role/shop/dev/shop-dev-${name}`,
  createdAt: "2025-01-01T00:00:00.000Z",
});

const sqs = {
  namespace: "sqs",
  name: "Amazon SQS",
  used: true,
  lastUsed: lately,
  actions: [
    { action: "sqs:CreateQueue", use: "used", lastUsed: lately },
    { action: "sqs:DeleteQueue", use: "unused" },
    { action: "sqs:SendMessage", use: "not tracked" },
  ],
} as const;

const sns = {
  namespace: "sns",
  name: "Amazon SNS",
  used: false,
  lastUsed: longAgo,
  actions: [{ action: "sns:Publish", use: "unused", lastUsed: longAgo }],
} as const;

/** A review with a role of each verdict. */
export const unpatchedReview: Review = {
  stack: "dev",
  account: "111122223333",
  region: "eu-central-1",
  days: 90,
  since,
  reviewedAt,
  requests: 12,
  seconds: 1.5,
  workloads: [
    { ...role("alerts"), lastUsed: lately, verdict: "all in use", services: [sqs], proposals: [] },
    { ...role("batch"), lastUsed: longAgo, verdict: "never used", services: [sns], proposals: [] },
    {
      ...role("orders"),
      lastUsed: lately,
      verdict: "could be smaller",
      services: [sns, sqs],
      proposals: [
        {
          at: "workloads.orders.access[0]",
          got: "sns publish orders",
          want: "nothing",
          because: "sns was not used since 2026-08-27, last on 2026-05-01",
        },
        {
          at: "workloads.orders.statements[0].actions[0]",
          got: "sqs:*Queue",
          because: "AWS does not track 1 of its 3 actions",
        },
      ],
      effect: {
        changes: [{ kind: "loses", levels: ["write"], actions: ["sns:Publish"], resource: "sns orders*" }],
        widens: false,
        doubts: [],
      },
    },
    { ...role("young"), verdict: "too young", services: [], proposals: [] },
  ],
  notTracked: ["Attempts count as use.", "AWS does not track iam:PassRole."],
};

/** The same with a patch. */
export const sampleReview: Review = {
  ...unpatchedReview,
  patch: "--- a/Pulumi.dev.yaml\n+++ b/Pulumi.dev.yaml\n@@ -1,1 +1,0 @@\n-# ```\n",
};
