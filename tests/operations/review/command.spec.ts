import assert from "node:assert/strict";
import { daysOf, notes } from "../../../operations/review/command.ts";
import { hasFindings } from "../../../operations/review/formats/summary.ts";
import type { RoleVerdict } from "../../../operations/review/review.ts";
import { sampleReview, unpatchedReview } from "./formats/sampleReview.ts";

const sum = "4 roles: 1 could be smaller, 1 never used, 1 all in use, 1 too young; 12 requests in 1.5 s";

describe("the review command", () => {
  for (const [text, days] of [
    ["1", 1],
    ["90", 90],
    ["400", 400],
  ] as const)
    it(`takes ${text} days`, () => {
      assert.equal(daysOf(text), days);
    });

  for (const text of ["0", "401", "1.5", "-3", "90d", "", "1e2"])
    it(`takes no ${JSON.stringify(text)} for days`, () => {
      assert.throws(() => daysOf(text), {
        message: "Want a whole number from 1 to 400, since AWS looks back 400 days.",
      });
    });

  for (const [verdict, expected] of [
    ["all in use", false],
    ["too young", false],
    ["could be smaller", true],
    ["never used", true],
  ] as readonly (readonly [RoleVerdict, boolean])[])
    it(`has ${expected ? "something" : "nothing"} to propose for a role that is "${verdict}"`, () => {
      const workloads = sampleReview.workloads.filter((workload) => workload.verdict === verdict);
      assert.equal(workloads.length, 1);
      assert.equal(hasFindings({ workloads }), expected);
    });

  it("says on stderr how to apply the changes", () => {
    assert.deepEqual(notes(sampleReview, "table"), [
      sum,
      "to apply the changes: npx instance-profiles review --stack dev --days 90 --format patch | git apply",
    ]);
  });

  it("says nothing of a patch where there is none, or where it is what was asked for", () => {
    assert.deepEqual([notes(unpatchedReview, "json"), notes(sampleReview, "patch")], [[sum], [sum]]);
  });

  it("says that there is nothing to patch, and why", () => {
    const [first] = sampleReview.workloads;
    assert.ok(first);
    const remark = {
      at: "workloads.alerts",
      got: "1 change",
      because: "not in the patch: it uses a merge key",
    };
    const workloads = [{ ...first, proposals: [remark] }];
    assert.deepEqual(notes({ ...unpatchedReview, workloads }, "patch"), [
      "1 role: 1 all in use; 12 requests in 1.5 s",
      "nothing to patch",
      "workloads.alerts: got 1 change; not in the patch: it uses a merge key",
    ]);
  });
});
