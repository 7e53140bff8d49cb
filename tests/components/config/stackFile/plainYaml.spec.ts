import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { readGoYaml, readWholeYaml } from "../../../../components/config/stackFile/goYaml.ts";
import { readPlainYaml } from "../../../../components/config/stackFile/plainYaml.ts";
import { projectFolder } from "../../../../sandbox/paths.ts";
import { pick, type Random, randomOf } from "../../../iam/judge/draw.ts";
import { seed } from "../../../iam/judge/seeded.ts";

const isPlain = (text: string) => readPlainYaml(text, (scalar) => ({ value: scalar })) !== undefined;

const scalars = [
  ...["a", "s3:GetObject", "arn:aws:s3:::orders/*", "12", "012", "0x1f", "1_000", "true", "Yes", "null"],
  ...[
    "2027-03-31",
    "v1:AAAB+/=:x",
    "a b",
    '"a: b"',
    "'x # y'",
    "t3.micro",
    "/bench/1",
    "${aws:username}",
    "",
  ],
];

const keys = ["a", "b", "c", "aws:region", "config", "y", "x.y", "a-b", "d", "e"];

/** A block of YAML, of which some have a key twice or one that is no text. */
function drawBlock(random: Random, indent: number, depth: number): string[] {
  const spaces = " ".repeat(indent);
  if (depth > 0 && random() < 0.3) {
    return Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
      if (random() < 0.5) return [`${spaces}- ${pick(random, scalars) || "a"}`];
      const [first = "", ...rest] = drawBlock(random, indent + 2, 0);
      return [`${spaces}- ${first.trimStart()}`, ...rest];
    }).flat();
  }
  const start = Math.floor(random() * keys.length);
  return Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index) => {
    const key = random() < 0.03 ? pick(random, ["1", "~", "true", "a"]) : keys[(start + index) % keys.length];
    if (depth > 2 || random() < 0.5) return [`${spaces}${key}: ${pick(random, scalars)}`];
    const further = random() < 0.1 ? 4 : 2;
    const below = drawBlock(random, indent + further, depth + 1);
    // A list may stand as far in as the key that it belongs to.
    const isSame = below[0]?.trimStart().startsWith("- ") && random() < 0.5;
    return [`${spaces}${key}:`, ...below.map((line) => (isSame ? line.slice(further) : line))];
  }).flat();
}

const drawText = (random: Random) => `${drawBlock(random, 0, 0).join("\n")}\n`;

/** A text with a few characters that mean something in other places. */
function disturbed(random: Random, text: string): string {
  let changed = text;
  for (let count = Math.floor(random() * 3); count > 0; count--) {
    const at = Math.floor(random() * (changed.length + 1));
    const inserted = pick(random, [
      " ",
      "  ",
      "\n",
      "- ",
      ":",
      ": ",
      " #",
      "#",
      '"',
      "'",
      ...Array.from("[]{}&*!|>,?%@`~-<\t"),
    ]);
    changed = changed.slice(0, at) + inserted + changed.slice(at + Math.floor(random() * 2));
  }
  return changed;
}

describe(`the quick reader of plain YAML, seed ${seed}`, () => {
  it("says what the parser for all of YAML says, or nothing", () => {
    let read = 0;
    for (let index = 0; index < 3_000; index++) {
      const random = randomOf(seed + index);
      const text = disturbed(random, drawText(random));
      const whole = readWholeYaml(text);
      if (isPlain(text)) read++;
      const { value, problems } = readGoYaml(text);
      assert.deepEqual(
        { value, problems },
        { value: whole.value, problems: whole.problems },
        JSON.stringify(text),
      );
    }
    assert.ok(read > 500, `${read} texts were plain`);
  });

  it("says the same of the stack files here, with the places", () => {
    for (const stack of ["dev", "staging", "prod"]) {
      const text = readFileSync(path.join(projectFolder, `Pulumi.${stack}.yaml`), "utf8");
      const [quick, whole] = [readGoYaml(text), readWholeYaml(text)];
      const at = ["config", "instance-profiles:workloads"];
      assert.deepEqual([quick.value, quick.placeOf(at)], [whole.value, whole.placeOf(at)]);
    }
  });
});
