import assert from "node:assert/strict";
import { reviewTable } from "../../../../operations/review/formats/table.ts";
import { sampleReview } from "./sampleReview.ts";

describe("the table of a review", () => {
  it("shows each role, then what could be smaller and what that takes away, then what AWS does not tell", () => {
    const lines = reviewTable(sampleReview, false).split("\n");
    const rows = lines.filter((line) => line.startsWith("│"));
    const cells = rows.map((row) =>
      row
        .split("│")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    assert.deepEqual(cells, [
      ["WORKLOAD, ROLE", "GRANTED, AND USED IN 90 DAYS", "VERDICT"],
      ["✓ alerts", "✓ sqs: 1 used, 1 unused, 1 not tracked", "all in use"],
      ["shop-dev-alerts", "", ""],
      ["last used 2026-11-20", "", ""],
      ["! batch", "✗ sns: not used", "never used"],
      ["shop-dev-batch", "", ""],
      ["last used 2026-05-01", "", ""],
      ["! orders", "✗ sns: not used", "could be smaller"],
      ["shop-dev-orders", "✓ sqs: 1 used, 1 unused, 1 not tracked", "1 change"],
      ["last used 2026-11-20", "", ""],
      ["✓ young", "nothing is granted", "too young"],
      ["shop-dev-young", "", ""],
      ["never used", "", ""],
    ]);
    assert.deepEqual(
      lines.filter((line) => !/^[│┌├└]/.test(line)),
      [
        "workloads.batch: got a role that was not used; the workload as a whole has to be looked at: start it, or take it out of the stack file",
        "workloads.orders.access[0]: got sns publish orders, want nothing; sns was not used since 2026-08-27, last on 2026-05-01",
        "workloads.orders.statements[0].actions[0]: got sqs:*Queue; AWS does not track 1 of its 3 actions",
        "  - loses write on sns orders* (sns:Publish)",
        "What AWS does not tell:",
        "  Attempts count as use.",
        "  AWS does not track iam:PassRole.",
      ],
    );
  });

  it("has colours only where they are wanted", () => {
    assert.equal(reviewTable(sampleReview, false).includes("\u001b"), false);
    assert.equal(reviewTable(sampleReview, true).includes("\u001b"), true);
  });
});
