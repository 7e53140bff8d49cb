import { mkdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { projectFolder } from "../../../../sandbox/paths.ts";
import { pageWithTable, reliabilityPage } from "../reliabilityPage.ts";
import { remedies, type Remedy } from "./life.ts";
import { victims, type Kill, type Victim } from "./plan.ts";

export interface SurvivedKill extends Kill {
  readonly remedy: Remedy;
}

/** The kills of a run, all of which were survived. */
export interface KillFigures {
  readonly seed: number;
  readonly kills: readonly SurvivedKill[];
}

const names: Readonly<Record<Victim, string>> = {
  engine: "the engine (`pulumi`)",
  program: "the program",
  provider: "the AWS provider",
  AWS: "the embedded AWS, which starts again with its state",
};

/** The figures as a table of Markdown: who was killed, how often, and what it took. */
export function killTable({ kills }: KillFigures): string {
  const row = (name: string, of: readonly SurvivedKill[]) =>
    [
      name,
      of.length,
      ...remedies.map((remedy) => of.filter((kill) => kill.remedy === remedy).length),
      0,
    ].join(" | ");
  return [
    "killed | times | went on by itself | the same command again | `recover`, then the same command | lost or made twice",
    "--- | --: | --: | --: | --: | --:",
    ...victims.map((victim) =>
      row(
        names[victim],
        kills.filter((kill) => kill.victim === victim),
      ),
    ),
    row("all", kills),
  ]
    .map((line) => `| ${line} |`)
    .join("\n");
}

export const resultFile = path.join(projectFolder, "benchmarks", "results", "kills.json");

/** The page with the table of some figures. */
export function pageWith(figures: KillFigures): Promise<string> {
  return pageWithTable("kills", killTable(figures));
}

/** Keeps the figures of a full run, and puts them into the page. */
export async function publish(figures: KillFigures): Promise<void> {
  mkdirSync(path.dirname(resultFile), { recursive: true });
  writeFileSync(resultFile, `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(reliabilityPage, await pageWith(figures));
}
