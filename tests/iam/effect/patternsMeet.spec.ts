import assert from "node:assert/strict";
import fc from "fast-check";
import { patternsMeet } from "../../../iam/effect/patternsMeet.ts";

const object = "${BucketName}/${ObjectName}";

const cases: readonly (readonly [form: string, pattern: string, meets: boolean])[] = [
  ["${BucketName}", "orders", true],
  ["${BucketName}", "orders/*", false],
  ["${BucketName}", "orders*", true],
  ["${BucketName}", "*", true],
  [object, "orders", false],
  [object, "orders/", true],
  [object, "orders/2027/*", true],
  [object, "ord?rs*", true],
  [object, "${aws:PrincipalTag/team}", true],
  ["table/${TableName}", "table/orders", true],
  ["table/${TableName}", "TABLE/orders", true],
  ["table/${TableName}", "table/orders/index/*", false],
  ["table/${TableName}/index/${IndexName}", "table/*", true],
  ["instance/${InstanceId}", "volume/*", false],
  ["instance/${InstanceId}", "i*", true],
  ["instance/${InstanceId}", "instance?i-1", true],
  ["parameter/${ParameterName}", "parameter/a/b", true],
  ["a*b", "a${*}b", true],
  ["a*b", "axb", false],
];

describe("a form of the catalogue and a pattern", () => {
  for (const [form, pattern, meets] of cases) {
    it(`${meets ? "meet" : "do not meet"}: ${form} and ${pattern}`, () => {
      assert.equal(patternsMeet(form, pattern), meets);
    });
  }

  it("meet wherever some text is both, by trying all short texts", () => {
    // The shortest text that is both has no more letters than the two have tokens.
    const texts = textsOf(["a", "b", "/"], 6);
    const form = fc.array(fc.constantFrom("a", "b", "/", "${Any}", "${BucketName}"), { maxLength: 3 });
    const pattern = fc.array(fc.constantFrom("a", "b", "/", "*", "?"), { maxLength: 3 });
    const seed = Date.now();
    fc.assert(
      fc.property(form, pattern, (left, right) => {
        const byForm = expression(left, { "${Any}": ".*", "${BucketName}": "[^/]*" });
        const byPattern = expression(right, { "*": ".*", "?": "." });
        const both = texts.some((text) => byForm.test(text) && byPattern.test(text));
        assert.equal(patternsMeet(left.join(""), right.join("")), both, `seed ${seed}`);
      }),
      { seed, numRuns: 2000 },
    );
  });
});

function expression(tokens: readonly string[], gaps: Readonly<Record<string, string>>): RegExp {
  return new RegExp(`^${tokens.map((token) => gaps[token] ?? token).join("")}$`);
}

/** All texts of some letters, up to a length. */
function textsOf(letters: readonly string[], length: number): string[] {
  if (length === 0) return [""];
  const shorter = textsOf(letters, length - 1);
  return ["", ...letters.flatMap((letter) => shorter.map((text) => letter + text))];
}
