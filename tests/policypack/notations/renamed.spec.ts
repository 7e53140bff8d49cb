import assert from "node:assert/strict";
import fc from "fast-check";
import { renamed } from "../../../policypack/notations/renamed.ts";

const seed = Number(process.env.FUZZ_SEED ?? 20261128);

const naming = {
  known: (written: string) => written.replace(/^w/, "k"),
  written: (known: string) => known.replace(/^k/, "w"),
  single: new Set(["kOnce"]),
};

/** What stands at a path, read by another way than the one that made it. */
function valueAt(inputs: unknown, path: string): unknown {
  return [...path.matchAll(/[\w$]+/g)].reduce<unknown>(
    (holder, [key]) => (holder as Readonly<Record<string, unknown>>)[key],
    inputs,
  );
}

function leavesOf(value: unknown, at: string): [at: string, value: unknown][] {
  if (typeof value !== "object" || value === null) return [[at, value]];
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item, Array.isArray(value) ? `${at}[${key}]` : at === "" ? key : `${at}.${key}`),
  );
}

const { inputs: anyInputs } = fc.letrec((tie) => ({
  inputs: fc.dictionary(fc.constantFrom("wA", "wB", "wOnce", "policy", "tags"), tie("value"), { maxKeys: 4 }),
  value: fc.oneof({ maxDepth: 4 }, fc.integer(), fc.array(tie("inputs"), { maxLength: 2 }), tie("inputs")),
}));

describe("inputs under other names", () => {
  it(`lead back to where each value is written (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyInputs as fc.Arbitrary<object>, (written) => {
        const { inputs, at } = renamed(written, naming);
        for (const [path, value] of leavesOf(inputs, ""))
          assert.deepStrictEqual(valueAt(written, at(path)), value, path);
      }),
      { seed, numRuns: 2000 },
    );
  });

  const { at } = renamed({ wA: { wB: 1 }, policy: "text", wOnce: [{ wA: 1 }] }, naming, "there");
  for (const [path, written] of [
    ["", "there"],
    ["kA.kB", "there.wA.wB"],
    ["kA.kMissing[0].kDeep", "there.wA.wMissing[0].wDeep"],
    ["kMissing.kDeep", "there.wMissing.wDeep"],
    ["kOnceMore", "there.wOnceMore"],
    ["policy.kStatement[0]", "there.policy.kStatement[0]"],
    ["kOnce.kA", "there.wOnce[0].wA"],
    ["attached policies", "there.attached policies"],
  ] as const) {
    it(`write ${JSON.stringify(path)} as ${written}`, () => {
      assert.equal(at(path), written);
    });
  }
});
