import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { currentPage, formatted, page, resultFile, tableOf } from "./page.ts";
import type { BenchmarkName, Results } from "./tables/index.ts";

/** Keeps the result of a benchmark, rewrites its table in `docs/benchmarks.md` and prints it. */
export async function publish<Name extends BenchmarkName>(name: Name, result: Results[Name]): Promise<void> {
  await keep(name, result);
  process.stdout.write(`${tableOf(name)}\n`);
}

/** The same without a print, for what is measured so far. */
export async function keep<Name extends BenchmarkName>(name: Name, result: Results[Name]): Promise<void> {
  const file = resultFile(name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, await formatted(JSON.stringify(result), file));
  writeFileSync(page, await currentPage());
}
