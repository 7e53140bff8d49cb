import { type Measured, median, type Result } from "../measure.ts";
import type { Run } from "../measuredRun.ts";

/** A table of cells that are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The median of wall times in seconds. */
export function medianSeconds(runs: readonly { readonly seconds: number }[]): number {
  return median(runs.map(({ seconds }) => seconds));
}

/** Two digits behind the point below ten seconds, one from there on. */
export function shownSeconds(seconds: number): string {
  return seconds.toFixed(seconds < 10 ? 2 : 1);
}

/** The median of peak memories. */
export function shownMegabytes(runs: readonly Run[]): string {
  return median(runs.map(({ megabytes }) => megabytes)).toFixed(0);
}

/** Wall times with the ratio of each contender's median to that of the first. */
export function timesTable(title: string, measured: readonly Measured[]): string {
  const base = medianSeconds(measured[0]?.runs ?? []);
  const rows = measured.map(({ name, runs }) => {
    const seconds = runs.map((run) => run.seconds);
    const figures = [median(seconds), Math.min(...seconds), Math.max(...seconds)].map(shownSeconds);
    return [name, ...figures, (median(seconds) / base).toFixed(2)];
  });
  return markdownTable([title, "median s", "min s", "max s", "ratio"], rows);
}

/** Wall time and peak memory of each contender, and the ratios to the first. */
export function runsTable(title: string, measured: readonly Measured<Run>[]): string {
  const first = measured[0]?.runs ?? [];
  const rows = measured.map(({ name, runs }) => [
    name,
    shownSeconds(medianSeconds(runs)),
    (medianSeconds(runs) / medianSeconds(first)).toFixed(2),
    shownMegabytes(runs),
    (Number(shownMegabytes(runs)) / Number(shownMegabytes(first))).toFixed(2),
  ]);
  return markdownTable([title, "median s", "ratio", "peak MB", "ratio"], rows);
}

/** The line below a table: on what it was measured, with what, and where every run is kept. */
export function measuredOn(name: string, { machine, rounds, versions = {} }: Result): string {
  const tools = Object.entries(versions).map(([tool, version]) => `${tool} ${version}`);
  const kept = `[every run](../benchmarks/results/${name}.json)`;
  return `_${["Medians of " + String(rounds), machine, ...tools, kept].join("; ")}._`;
}
