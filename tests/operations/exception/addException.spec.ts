import assert from "node:assert/strict";
import * as fc from "fast-check";
import { parse } from "yaml";
import { withException } from "../../../operations/exception/addException.ts";
import { exceptionText, offeredException } from "../../../policypack/exceptions/exceptionText.ts";

const entry = {
  policy: "no-open-resources",
  urn: "urn:pulumi:dev::shop::a$b::api",
  finding: `policy.Statement[0]: got Allow "sqs:*" on "it's"`,
  reason: "The move of the account, OPS-123",
  expires: "2026-12-31",
};
const block = exceptionText(entry);
const indented = (text: string) => text.replace(/^(?=.)/gm, "  ");

const cases: readonly (readonly [of: string, before: string, after: string])[] = [
  ["nothing", "", block],
  ["comments alone", "# why\n", `# why\n${block}`],
  ["an empty list below comments", "# why\n[]\n", `# why\n${block}`],
  ["an empty list and a comment behind it", "[] # none\n", `${block.trimEnd()} # none\n`],
  ["an entry", "- a: 1\n", `- a: 1\n${block}`],
  ["an entry without a line end", "- a: 1", `- a: 1\n${block}`],
  [
    "an entry with comments around it",
    "# one\n- a: 1 # two\n# three\n",
    `# one\n- a: 1 # two\n${block}# three\n`,
  ],
  ["entries that are indented", "  - a: 1\n    b: 2\n", `  - a: 1\n    b: 2\n${indented(block)}`],
  ["a text that is folded", "- a: >\n    x\n    y\n", `- a: >\n    x\n    y\n${block}`],
  ["line ends of Windows", "- a: 1\r\n", `- a: 1\r\n${block.replaceAll("\n", "\r\n")}`],
  ["a list in brackets", "[{ a: 1 }] # end\n", `[{ a: 1 }, ${JSON.stringify(entry)}] # end\n`],
  ["a list in brackets with a comma at its end", "[{ a: 1 },]\n", `[{ a: 1 }, ${JSON.stringify(entry)}]\n`],
];

describe("an exception that is added", () => {
  for (const [of, before, after] of cases)
    it(`stands behind ${of}`, () => {
      assert.equal(withException(before, entry), after);
    });

  for (const [of, before] of [
    ["a map", "a: 1\n"],
    ["what is not YAML", "[\n"],
  ] as const)
    it(`is offered to paste where the file is ${of}`, () => {
      assert.throws(
        () => withException(before, entry),
        /put the entry there by hand:\n- policy: no-open-resources\n/,
      );
    });

  it("is read back word for word, whatever its words are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (finding, reason) => {
        const own = { ...entry, finding, reason };
        assert.deepStrictEqual(parse(exceptionText(own)), [own]);
      }),
    );
  });

  it("is offered without a reason, for a month", () => {
    assert.deepStrictEqual(parse(offeredException(entry, "2026-12-31")), [
      { ...entry, reason: "", expires: "2027-01-30" },
    ]);
  });
});
