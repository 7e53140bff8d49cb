import assert from "node:assert/strict";
import { replaceMarked } from "../../testing/markedText.ts";

const text = [
  "before",
  "<!-- one: npm run one -->",
  "old",
  "<!-- /one -->",
  "<!-- two: npm run two -->",
  "<!-- /two -->",
].join("\n");

describe("the text between marks", () => {
  it("is replaced, and nothing else is, whatever it holds", () => {
    assert.equal(
      replaceMarked(text, "one", "$1 new"),
      text.replace("old", () => "\n$1 new\n"),
    );
  });

  it("is written where nothing stood", () => {
    assert.equal(replaceMarked(text, "two", "new"), text.replace("two -->\n<!--", "two -->\n\nnew\n\n<!--"));
  });

  it("has to have its marks", () => {
    assert.throws(() => replaceMarked(text, "three", "new"), {
      message: 'no "<!-- three: … -->" with its "<!-- /three -->": add both',
    });
  });
});
