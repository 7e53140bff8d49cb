import assert from "node:assert/strict";
import { minute, headline, summaryOf } from "../../../../operations/review/html/words.ts";
import type { ReviewedWorkload, RoleVerdict } from "../../../../operations/review/review.ts";
import { service, workload } from "./reviews.ts";

const role = (verdict: RoleVerdict, said: Partial<ReviewedWorkload> = {}) =>
  workload("orders-api", { verdict, ...said });

const proposal = { at: "workloads.orders-api.access[0]", got: "s3 read orders", because: "it was not used" };
const change = { ...proposal, want: "nothing" };

const cases: readonly {
  readonly name: string;
  readonly workloads: readonly ReviewedWorkload[];
  readonly headline: string;
  readonly summary: string;
}[] = [
  {
    name: "a stack without workloads",
    workloads: [],
    headline: "no role to review",
    summary: "The stack has no workloads, so there is nothing to take away.",
  },
  {
    name: "a role that could be smaller, before what else there is",
    workloads: [
      role("could be smaller", {
        services: [service("s3", "Amazon S3", { used: ["ListBucket"], unused: ["GetBucketAcl"] })],
        proposals: [change, proposal],
      }),
      role("never used"),
    ],
    headline: "1 of 2 roles could be smaller",
    summary:
      "Of 2 granted actions that can be judged, 1 was used within 90 days. 0 more are not tracked by AWS. 1 change is proposed.",
  },
  {
    name: "several changes",
    workloads: [
      role("could be smaller", {
        services: [service("s3", "Amazon S3", { unused: ["GetBucketAcl"], untracked: ["GetObject"] })],
        proposals: [change, change],
      }),
    ],
    headline: "1 of 1 role could be smaller",
    summary:
      "Of 1 granted action that can be judged, 0 were used within 90 days. 1 more is not tracked by AWS. 2 changes are proposed.",
  },
  {
    name: "more than a thousand actions",
    workloads: Array.from({ length: 1234 }, () =>
      role("all in use", { services: [service("s3", "Amazon S3", { used: ["ListBucket"] })] }),
    ),
    headline: "no role could be smaller",
    summary:
      "Of 1,234 granted actions that can be judged, 1,234 were used within 90 days. 0 more are not tracked by AWS. No change is proposed.",
  },
  {
    name: "one role that was never used",
    workloads: [role("never used"), role("too young"), role("all in use")],
    headline: "1 of 3 roles was never used",
    summary:
      "Of 0 granted actions that can be judged, 0 were used within 90 days. 0 more are not tracked by AWS. No change is proposed.",
  },
  {
    name: "several roles that were never used",
    workloads: [role("never used"), role("never used")],
    headline: "2 of 2 roles were never used",
    summary:
      "Of 0 granted actions that can be judged, 0 were used within 90 days. 0 more are not tracked by AWS. No change is proposed.",
  },
  {
    name: "roles that stay as they are",
    workloads: [role("too young"), role("all in use", { proposals: [proposal] })],
    headline: "no role could be smaller",
    summary:
      "Of 0 granted actions that can be judged, 0 were used within 90 days. 0 more are not tracked by AWS. No change is proposed.",
  },
];

describe("the words of a review's page", () => {
  for (const { name, workloads, headline: said, summary } of cases) {
    it(`tell of ${name}`, () => {
      assert.deepEqual([headline({ workloads }), summaryOf({ days: 90, workloads })], [said, summary]);
    });
  }

  it("give a time to the minute", () => {
    assert.equal(minute("2026-11-25T01:47:59.123Z"), "2026-11-25 01:47 UTC");
  });
});
