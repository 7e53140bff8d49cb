import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { format, resolveConfig } from "prettier";
import { replaceMarked } from "../testing/markedText.ts";
import { projectFolder } from "../sandbox/paths.ts";
import { type BenchmarkName, type Results, tables } from "./tables/index.ts";

export const page = path.join(projectFolder, "docs", "benchmarks.md");

export const resultFile = (name: BenchmarkName) =>
  path.join(projectFolder, "benchmarks", "results", `${name}.json`);

/** The page with its tables as the kept results make them. A benchmark without a result keeps what stands there. */
export async function currentPage(): Promise<string> {
  const names = (Object.keys(tables) as BenchmarkName[]).filter((name) => existsSync(resultFile(name)));
  const text = names.reduce(
    (before, name) => replaceMarked(before, name, tableOf(name)),
    readFileSync(page, "utf8"),
  );
  return formatted(text, page);
}

/** The table of a benchmark from its kept result. */
export function tableOf(name: BenchmarkName): string {
  // Each table takes what its own benchmark kept, which no type can say of a name that is a variable.
  const table = tables[name] as (result: unknown) => string;
  return table(keptResult(name));
}

/** What an earlier run of the benchmark kept. */
export function keptResult<Name extends BenchmarkName>(name: Name): Results[Name] | undefined {
  const file = resultFile(name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results[Name]) : undefined;
}

export async function formatted(text: string, file: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
