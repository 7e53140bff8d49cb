import assert from "node:assert/strict";
import { terminalText, visibleText } from "../../../commandLine/output/visibleText.ts";
import { colors } from "../../../commandLine/output/colors.ts";

const cases: readonly [name: string, text: string, seen: string][] = [
  ["letters of any language, tabs and ends of lines", "a\té 역할 ⚠️\r\n\n", "a\té 역할 ⚠️\r\n\n"],
  ["the escape of a terminal", "\u001b[2Jgone", "\\u001b[2Jgone"],
  ["a title of a terminal", "\u001b]0;x\u0007", "\\u001b]0;x\\u0007"],
  ["the same of C1, in one character", "\u009b2J\u0090\u009d", "\\u009b2J\\u0090\\u009d"],
  [
    "every other control character",
    "\u0000\b\u000b\f\u007f\u0085",
    "\\u0000\\u0008\\u000b\\u000c\\u007f\\u0085",
  ],
  ["a return to the start of the line", "denied\rallowed", "denied\\u000dallowed"],
  ["text that runs backwards", "\u202eabc\u2066\u200f\u061c", "\\u202eabc\\u2066\\u200f\\u061c"],
  ["what has no width", "a\u200bb\ufeff\u00ad", "a\\u200bb\\ufeff\\u00ad"],
  ["tags beyond the first plane, in two halves", "\u{e0041}", "\\udb40\\udc41"],
  ["a half of a pair", "\ud800x", "\\ud800x"],
  ["ends of lines of Unicode", "a\u2028b\u2029", "a\\u2028b\\u2029"],
];

describe("text of others", () => {
  for (const [name, text, seen] of cases) {
    it(`shows ${name}`, () => {
      assert.equal(visibleText(text), seen);
    });
  }

  it("stays the same in a JSON document", () => {
    const said = { text: cases.map(([, text]) => text).join("") };
    assert.deepEqual(JSON.parse(visibleText(JSON.stringify(said))), said);
  });

  it("keeps our colors on a terminal that has them, and nothing else", () => {
    const { red, bold, gray } = colors(true);
    const ours = `${red("a")} ${bold("b")} ${gray("c")}`;
    assert.equal(
      terminalText(`${ours}\u001b[8m\u001b[2K\u009b31m`, true),
      `${ours}\\u001b[8m\\u001b[2K\\u009b31m`,
    );
    assert.equal(terminalText(red("a"), false), "\\u001b[31ma\\u001b[39m");
  });
});
