import assert from "node:assert/strict";
import { accessEntry } from "../../../../components/access/accessEntry.ts";
import { allow } from "../../../../iam/statement.ts";
import { type AccessCase, place, testAccess } from "../accessCase.ts";

const read = allow(
  ["batch:DescribeJobs", "batch:ListJobs", "batch:DescribeJobQueues", "batch:DescribeJobDefinitions"],
  ["*"],
);

const cases: AccessCase[] = [
  { name: "read asks about all jobs", entry: { batch: { level: "read" } }, gives: [read] },
  {
    name: "submit sends jobs of one definition, in any revision, to one queue",
    entry: { batch: { queue: "orders", definition: "report", level: "submit" } },
    gives: [
      read,
      allow(
        ["batch:SubmitJob"],
        [
          `arn:aws:batch:${place}:job-queue/orders`,
          `arn:aws:batch:${place}:job-definition/report`,
          `arn:aws:batch:${place}:job-definition/report:*`,
        ],
      ),
    ],
  },
];

testAccess("batch", cases);

describe("access to batch", () => {
  for (const [name, grant] of Object.entries({
    "to submit without a definition": { queue: "orders", level: "submit" },
    "definitions by a wildcard": { queue: "orders", definition: "*", level: "submit" },
    "a queue at read": { queue: "orders", level: "read" },
  })) {
    it(`refuses ${name}`, () => {
      assert.equal(accessEntry.safeParse({ batch: grant }).success, false);
    });
  }
});
