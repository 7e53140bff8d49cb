import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { projectFolder } from "../../../../sandbox/paths.ts";
import { pageWithTable, reliabilityPage } from "../reliabilityPage.ts";

/** What one life of a stack under faults took. */
export interface SurvivedFaults {
  readonly seed: number;
  /** The share of requests that went wrong. */
  readonly rate: number;
  readonly workloads: number;
  readonly requests: number;
  /** How many requests went wrong, by what happened to them. */
  readonly injected: Readonly<Record<string, number>>;
  /** Updates after the first one. */
  readonly upsAgain: number;
  readonly destroysAgain: number;
}

export const resultFile = path.join(projectFolder, "benchmarks", "results", "faults.json");

/** The figures as a table of Markdown, a line for each rate. */
export function faultTable(lives: readonly SurvivedFaults[]): string {
  const sum = (of: readonly SurvivedFaults[], value: (life: SurvivedFaults) => number) =>
    of.reduce((total, life) => total + value(life), 0);
  const all = (life: SurvivedFaults) =>
    Object.values(life.injected).reduce((total, count) => total + count, 0);
  const kinds = [...new Set(lives.flatMap(({ injected }) => Object.keys(injected)))].sort();
  const rows = [...new Set(lives.map(({ rate }) => rate))].map((rate) => {
    const of = lives.filter((life) => life.rate === rate);
    const counts = kinds.map((kind) => sum(of, ({ injected }) => injected[kind] ?? 0));
    const again = (["upsAgain", "destroysAgain"] as const).map((command) =>
      of.map((life) => life[command]).join(", "),
    );
    return [
      `${rate * 100} %`,
      of.length,
      sum(of, ({ requests }) => requests),
      sum(of, all),
      ...counts,
      ...again,
      0,
    ];
  });
  const heads = ["went wrong", "lives", "requests", "faults", ...kinds];
  return [
    [...heads, "`recover` and `up` again, each life", "`destroy` again, each life", "lost, left or twice"],
    ["---", ...Array<string>(kinds.length + 6).fill("--:")],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

export function pageWith(lives: readonly SurvivedFaults[]): Promise<string> {
  return pageWithTable("faults", faultTable(lives));
}

/** Keeps the figures of a full run, and puts them into the page. */
export async function publish(lives: readonly SurvivedFaults[]): Promise<void> {
  mkdirSync(path.dirname(resultFile), { recursive: true });
  writeFileSync(resultFile, `${JSON.stringify(lives, null, 2)}\n`);
  writeFileSync(reliabilityPage, await pageWith(lives));
}
