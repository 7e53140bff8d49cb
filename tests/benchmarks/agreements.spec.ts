import assert from "node:assert/strict";
import { agreements, flaggedBy } from "../../benchmarks/agreements.ts";

describe("what scanners find in the same documents", () => {
  it("is counted, with the first five by name", () => {
    const judged = { seconds: 1, flagged: { few: ["b", "a"], many: ["f", "e", "d", "c", "b", "a"] } };
    assert.deepEqual(flaggedBy(judged), {
      few: { count: 2, first: ["a", "b"] },
      many: { count: 6, first: ["a", "b", "c", "d", "e"] },
    });
  });

  it("is compared with a rule: by both, only by the rule, only by the scanner", () => {
    const found = agreements({
      "no-star-star-grants": ["a", "b"],
      CKV_AWS_62: ["b"],
      CKV_AWS_63: ["b", "c"],
    });
    const counted = (...first: string[]) => ({ count: first.length, first });
    assert.deepEqual(found[0], {
      rule: "no-star-star-grants",
      scanner: "checkov",
      issues: ["CKV_AWS_62", "CKV_AWS_63"],
      both: counted("b"),
      onlyRule: counted("a"),
      onlyScanner: counted("c"),
    });
  });
});
