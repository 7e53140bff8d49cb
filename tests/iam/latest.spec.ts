import assert from "node:assert/strict";
import { latest } from "../../iam/latest.ts";

describe("the latest answers", () => {
  it("are kept, also those that say no", () => {
    const answers = latest<boolean>();
    answers.set("a", true);
    answers.set("b", false);
    assert.deepStrictEqual([answers.get("a"), answers.get("b"), answers.get("c")], [true, false, undefined]);
  });

  it("are the newer half at least, and never more than as many as are wanted", () => {
    const answers = latest<number>(100);
    for (let index = 0; index < 1000; index++) answers.set(`question ${index}`, index);
    const kept = Array.from({ length: 1000 }, (_, index) => answers.get(`question ${index}`)).filter(
      (answer) => answer !== undefined,
    );
    assert.ok(kept.length >= 50 && kept.length <= 100, `${kept.length} are kept`);
    assert.deepStrictEqual(
      kept,
      Array.from({ length: kept.length }, (_, index) => 1000 - kept.length + index),
    );
  });

  it("are not kept of questions that are longer than any pattern that matches something", () => {
    const answers = latest<number>();
    answers.set("a".repeat(100_000), 1);
    assert.equal(answers.get("a".repeat(100_000)), undefined);
  });
});
