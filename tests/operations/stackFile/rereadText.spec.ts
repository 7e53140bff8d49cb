import assert from "node:assert/strict";
import { misread, saysOnly } from "../../../operations/stackFile/rereadText.ts";

const file = (workloads: string, rest = "") =>
  `config:\n  instance-profiles:workloads: ${workloads}\n${rest}`;
const before = file("{ a: { x: 1 }, b: { y: 2 } }");

const cases: readonly (readonly [string, string, Readonly<Record<string, unknown>>, boolean])[] = [
  ["what was edited", file("{ a: {}, b: { y: 2 } }"), { a: {} }, true],
  ["nothing else where nothing was edited", before, {}, true],
  ["the same in other words", file('{ "a": { x: 1 },\n    b: { y: 2 } }'), {}, true],
  ["something else of another workload", file("{ a: {}, b: {} }"), { a: {} }, false],
  ["less than what was edited", before, { a: {} }, false],
  ["something beside the workloads", file("{ a: {}, b: { y: 2 } }", "x: 1\n"), { a: {} }, false],
  ["nothing that can be read", "config: [", { a: {} }, false],
];

describe("reading an edited stack file again", () => {
  for (const [name, after, edited, expected] of cases)
    it(`${expected ? "agrees" : "does not agree"} where it says ${name}`, () => {
      assert.equal(saysOnly(before, after, new Map(Object.entries(edited))), expected);
    });

  it("names the workloads of which it does not say what it should", () => {
    const edited = new Map<string, unknown>(Object.entries({ a: { x: 1 }, b: {}, c: {} }));
    assert.deepEqual(
      [misread(before, edited), misread("config: [", edited)],
      [
        ["b", "c"],
        ["a", "b", "c"],
      ],
    );
  });
});
