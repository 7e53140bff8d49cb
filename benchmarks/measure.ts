import { spawnSync, type SpawnSyncOptions } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { performance } from "node:perf_hooks";

/** One way to do the same thing. */
export interface Contender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly options: SpawnSyncOptions;
}

export interface Measured {
  readonly name: string;
  /** Wall time of each counted run, in seconds, in order. */
  readonly seconds: readonly number[];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** Wall time of one run in seconds; a run that fails ends the benchmark, since its time says nothing. */
export function timed({ name, command: [program, ...args], options }: Contender): number {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...options,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${String(stdout)}${String(stderr)}`);
  return (performance.now() - started) / 1000;
}

/** Runs contenders in turn, A B C A B C …, so that a machine that slows down slows all of them; one round warms up. */
export function interleaved(contenders: readonly Contender[], rounds: number): Measured[] {
  for (const contender of contenders) timed(contender);
  const seconds = contenders.map(() => [] as number[]);
  for (let round = 0; round < rounds; round++) {
    contenders.forEach((contender, index) => seconds[index]?.push(timed(contender)));
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
  return contenders.map(({ name }, index) => ({ name, seconds: seconds[index] ?? [] }));
}

/** A Markdown table with the ratio of each contender's median to that of the first. */
export function table(measured: readonly Measured[]): string {
  const base = median(measured[0]?.seconds ?? []);
  const rows = measured.map(({ name, seconds }) => {
    const figures = [median(seconds), Math.min(...seconds), Math.max(...seconds)].map((value) =>
      value.toFixed(1),
    );
    return `| ${name} | ${figures.join(" | ")} | ${(median(seconds) / base).toFixed(2)} |`;
  });
  return ["| | median s | min s | max s | ratio |", "|---|---|---|---|---|", ...rows].join("\n");
}

/** What the figures were measured on. */
export function machine(): string {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, ${gibibytes} GiB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
}
