import assert from "node:assert/strict";
import { didYouMean, nearest } from "../../iam/nearest.ts";

describe("the nearest word", () => {
  for (const { word, gives } of [
    { word: "acess", gives: "access" },
    { word: "Launch", gives: "launch" },
    { word: "managedPolicy", gives: "managedPolicies" },
    { word: "xyz", gives: undefined },
  ]) {
    it(`to ${word} is ${gives ?? "none"}`, () => {
      assert.equal(nearest(word, ["access", "launch", "managedPolicies"]), gives);
    });
  }

  it("is offered as a question, or not at all", () => {
    assert.deepEqual(
      [didYouMean("acess", ["access"]), didYouMean("x", ["access"])],
      ['; did you mean "access"?', ""],
    );
  });
});
