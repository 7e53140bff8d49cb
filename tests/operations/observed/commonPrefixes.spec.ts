import assert from "node:assert/strict";
import { commonPrefixes } from "../../../operations/observed/commonPrefixes.ts";

const numbered = (start: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${start}${index}`);

const cases: readonly (readonly [name: string, names: readonly string[], prefixes: readonly string[]])[] = [
  ["is none for four names", numbered("a/", 4), []],
  ["is there from five names on", numbered("a/", 5), ["a/"]],
  ["is the longest that enough names have", [...numbered("a/b/", 5), "a/c"], ["a/b/"]],
  [
    "is a shorter one where no longer one has enough names",
    [...numbered("a/b/", 3), ...numbered("a/c/", 3)],
    ["a/"],
  ],
  [
    "is only the shorter of two that have enough names each",
    [...numbered("a/b/", 5), ...numbered("a/", 5)],
    ["a/"],
  ],
  ["is one for each of two folders", [...numbered("a/", 5), ...numbered("b/", 6)], ["a/", "b/"]],
  [
    "is that of many folders which have many names each",
    ["a", "b", "c", "d", "e"].flatMap((folder) => numbered(`all/${folder}/`, 5)),
    ["all/"],
  ],
  ["is none of what only starts the same", numbered("report-", 9), []],
  ["does not count the folder itself", ["a/", ...numbered("a/", 4)], []],
];

describe("a common prefix", () => {
  for (const [name, names, prefixes] of cases)
    it(name, () => {
      assert.deepEqual(commonPrefixes(names), prefixes);
    });
});
