import assert from "node:assert/strict";
import fc from "fast-check";
import { isMap, type Node, type Pair, parse, parseDocument } from "yaml";
import type { Edit } from "../../../operations/stackFile/edit.ts";
import { editData } from "../../../operations/stackFile/editData.ts";
import { editSplices } from "../../../operations/stackFile/editText.ts";
import { spliced } from "../../../operations/stackFile/splice.ts";
import { type Draw, drawAccess, drawStatements, drawTexts, type Line } from "./randomStack.ts";

/** The text of a file after edits of the workload `w`. */
function edited(text: string, edits: readonly Edit[]): string {
  const workloads = parseDocument(text, { keepSourceTokens: true }).get("workloads", true);
  assert.ok(isMap(workloads));
  const pair = workloads.items.find(({ key }) => String(key) === "w") as Pair<Node, Node>;
  assert.ok(pair.value);
  return spliced(text, editSplices(text, { key: pair.key, value: pair.value }, edits));
}

const workloadOf = (text: string) => (parse(text) as { workloads: { w: unknown } }).workloads.w;

const head = ["# Of the stack", "workloads:", "  before: { access: [] } # b", "  # Of w", "  w:"];
const tail = ["", "  # Of after", "  after:", "    description: 'x'   # y", "encryptionsalt: v1:abc="];

function drawFile(draw: Draw) {
  const access = drawAccess(draw, "    ");
  const statements = drawStatements(draw, "    ");
  const policies = drawTexts(draw, "managedPolicies", "    ", ["managedPolicies"], true);
  const eol = draw(fc.constantFrom, "\n", "\r\n") as string;
  const kept = (texts: readonly string[]): Line[] => texts.map((text) => ({ text, becomes: "stays" }));
  const described = kept(["    description: Stays"]);
  const rest = [access.lines, statements.lines, policies.lines];
  const parts = draw(fc.constantFrom, [...rest, described], [described, ...rest]) as Line[][];
  const ends = draw(fc.constantFrom, kept(tail), [] as Line[]) as Line[];
  const lines = [...kept(head), ...parts.flat(), ...ends];
  const after = {
    ...(access.after.length > 0 && { access: access.after }),
    ...(statements.after.length > 0 && { statements: statements.after }),
    ...(policies.after.length > 0 && { managedPolicies: policies.after }),
    description: "Stays",
  };
  const end = draw(fc.constantFrom, "", eol) as string;
  const text = lines.map((line) => line.text).join(eol) + end;
  return { text, lines, edits: [...access.edits, ...statements.edits, ...policies.edits], after, eol };
}

describe("editing a stack file", () => {
  it("says the right thing, and changes no line of what was not edited, in random files", () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const { text, lines, edits, after, eol } = drawFile(draw);
        const result = edited(text, edits);
        assert.deepEqual(workloadOf(result), after);
        assert.deepEqual(editData(workloadOf(text), edits), after);
        const left = result.split(eol);
        for (const line of lines)
          if (line.becomes === "stays") assert.equal(left.shift(), line.text);
          else left.splice(0, line.becomes);
        assert.deepEqual(
          left.filter((line) => line !== ""),
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  const levels = (quote: string, level: string) =>
    `workloads:\n  w:\n    access: [{ s3: { level: ${quote}${level}${quote} } }]\n`;
  for (const quote of ["", "'", '"'])
    it(`keeps the quotes ${quote === "" ? "away" : quote} of what it replaces`, () => {
      const edits = [{ path: ["access", 0, "s3", "level"], values: ["read"] }];
      assert.equal(edited(levels(quote, "readWrite"), edits), levels(quote, "read"));
    });

  for (const [where, before, after] of [
    [
      "a flow map",
      "    access: [{ s3: { bucket: 'x', level: read } }] # a",
      "    access: [{ s3: { bucket: 'x', prefix: in/, level: read } }] # a",
    ],
    [
      "a block map",
      "    access:\n      - s3:\n          bucket: x # the bucket\n          level: read",
      "    access:\n      - s3:\n          bucket: x # the bucket\n          prefix: in/\n          level: read",
    ],
    [
      "the end of a file",
      "    access:\n      - s3:\n          bucket: x",
      "    access:\n      - s3:\n          bucket: x\n          prefix: in/",
    ],
  ] as const)
    it(`puts a key behind another of ${where}`, () => {
      const path = ["access", 0, "s3", "bucket"];
      const edits = [{ path, values: ["x"], added: { key: "prefix", value: "in/" } }];
      const text = ["workloads:", "  w:", before].join("\n");
      const result = edited(text, edits);
      assert.equal(result, ["workloads:", "  w:", after].join("\n"));
      assert.deepEqual(editData(workloadOf(text), edits), workloadOf(result));
    });

  it("quotes a key's value that YAML would read as something else", () => {
    const edits = [{ path: ["bucket"], values: ["x"], added: { key: "prefix", value: "2026: #/" } }];
    assert.deepEqual(workloadOf(edited("workloads:\n  w:\n    bucket: x\n", edits)), {
      bucket: "x",
      prefix: "2026: #/",
    });
  });

  it("takes out an item that ends with a block of text, and nothing of the next one", () => {
    const text = [
      "workloads:",
      "  w:",
      "    statements:",
      "      - actions: [a]",
      "        resources:",
      "          - >-",
      "            arn",
      "      - actions: [b]",
      "",
    ];
    const edits = [{ path: ["statements", 0], values: [] }];
    assert.deepEqual(edited(text.join("\n"), edits).split("\n"), [...text.slice(0, 3), ...text.slice(7)]);
  });
});
