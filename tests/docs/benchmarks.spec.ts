import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { currentPage, page, resultFile } from "../../benchmarks/page.ts";
import { type BenchmarkName, tables } from "../../benchmarks/tables/index.ts";
import { projectFolder } from "../../sandbox/paths.ts";

const names = Object.keys(tables) as BenchmarkName[];
const text = readFileSync(page, "utf8");

describe("the page of benchmarks", () => {
  it("shows what the kept runs give: run npm run bench -- --tables where it does not", async () => {
    assert.equal(text, await currentPage());
  });

  it("has a kept result for every table", () => {
    assert.deepEqual(
      names.filter((name) => !existsSync(resultFile(name))),
      [],
    );
  });

  it("names a script that the project has for every benchmark, and no other", () => {
    const { scripts } = JSON.parse(readFileSync(`${projectFolder}/package.json`, "utf8")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const called = Array.from(
      text.matchAll(/^<!-- (\w+): npm run bench:(\w+) -->$/gm),
      ([, ...mark]) => mark,
    );
    const wanted = names.map((name) => [name, name]);
    assert.deepEqual(called.toSorted(), wanted.toSorted());
    assert.deepEqual(
      Object.keys(scripts).filter((script) => script.startsWith("bench:")),
      names.map((name) => `bench:${name}`),
    );
  });
});
