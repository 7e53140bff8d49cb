import assert from "node:assert/strict";
import { patternsIn } from "../../../../operations/fleet/patterns.ts";
import { selectStacks } from "../../../../operations/fleet/stacks/selectStacks.ts";

const names = ["dev", "prod-eu", "prod-us", "prod.eu", "stage"];

const cases: readonly { readonly patterns: readonly string[]; readonly takes: readonly string[] }[] = [
  { patterns: ["*"], takes: names },
  { patterns: ["prod-*"], takes: ["prod-eu", "prod-us"] },
  { patterns: ["prod.eu"], takes: ["prod.eu"] },
  { patterns: ["prod?eu"], takes: ["prod-eu", "prod.eu"] },
  { patterns: ["*-us", "d*", "dev"], takes: ["dev", "prod-us"] },
];

describe("the stacks that patterns take", () => {
  for (const { patterns, takes } of cases)
    it(`are ${takes.join(", ")} for ${patterns.join(" and ")}`, () => {
      assert.deepEqual(selectStacks(names, patterns), takes);
    });

  for (const pattern of ["ro", "Dev", "prod-(eu|us)", "[dev]", "de", "prod-e+u"])
    it(`are not fewer in silence: "${pattern}" is an error`, () => {
      assert.throws(() => selectStacks(names, ["dev", pattern]), {
        name: "Failure",
        message: `--stacks "${pattern}" matches no stack: stacks are dev, prod-eu, prod-us, prod.eu, stage`,
      });
    });

  it("are an error where there is no stack file at all", () => {
    assert.throws(() => selectStacks([], ["*"]), {
      message: '--stacks "*" matches no stack: there is no Pulumi.<stack>.yaml here',
    });
  });

  it("come from one value with commas and from several", () => {
    assert.deepEqual(patternsIn("c, d,,", patternsIn("a,b")), ["a", "b", "c", "d"]);
  });
});
