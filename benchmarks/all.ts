/**
 * `npm run bench`: every benchmark, one after the other, each of which keeps its result and writes its table. With
 * `--tables` nothing is measured: the tables of `docs/benchmarks.md` are written anew from the kept results.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { currentPage, page } from "./page.ts";
import { tables } from "./tables/index.ts";

const args = process.argv.slice(2);

function measureAll(): void {
  const failed = Object.keys(tables).filter((name) => {
    if (name === "terraform" && spawnSync("terraform", ["version"]).error) {
      process.stderr.write("terraform: SKIPPED and its table left as it was: put Terraform on PATH\n");
      return false;
    }
    process.stderr.write(`${name}\n`);
    const script = path.join(import.meta.dirname, `${name}.ts`);
    const command = [...process.execArgv, script, ...args];
    return spawnSync(process.execPath, command, { stdio: "inherit" }).status !== 0;
  });
  if (failed.length > 0) throw new Error(`these benchmarks failed: ${failed.join(", ")}`);
}

async function main(): Promise<void> {
  if (args.includes("--tables")) writeFileSync(page, await currentPage());
  else measureAll();
}

void main();
