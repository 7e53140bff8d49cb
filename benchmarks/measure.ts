import { execFileSync, spawnSync, type SpawnSyncOptions } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { performance } from "node:perf_hooks";

/** What one run took. */
export interface Timed {
  /** Wall time. */
  readonly seconds: number;
}

/** One way to do the same thing. */
export interface Contender<Run extends Timed> {
  readonly name: string;
  readonly run: () => Run | Promise<Run>;
}

/** The counted runs of a contender, in order. */
export interface Measured<Run extends Timed = Timed> {
  readonly name: string;
  readonly runs: readonly Run[];
}

/** The head of every file in `results/`. */
export interface Result {
  /** What it was measured on, and the day. */
  readonly machine: string;
  /** How often each contender was counted. */
  readonly rounds: number;
  /** What was measured, by the name of the tool. @default - what this repository pins */
  readonly versions?: Readonly<Record<string, string>>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/** Runs a command once; one that fails ends the benchmark, since its time says nothing. */
export function timed([program, ...args]: readonly [string, ...string[]], options: SpawnSyncOptions): Timed {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...options,
  });
  if (error) throw error;
  const command = [program, ...args].join(" ");
  if (status !== 0) throw new Error(`${command} ended with ${status}:\n${String(stdout)}${String(stderr)}`);
  return { seconds: (performance.now() - started) / 1000 };
}

/** The version that a tool prints, without a "v" before it. */
export function printedVersion(command: readonly [string, ...string[]], env: NodeJS.ProcessEnv): string {
  const [program, ...args] = command;
  return execFileSync(program, args, { env, encoding: "utf8" }).trim().replace(/^v/, "");
}

/** Runs contenders in turn, A B C A B C …, so that a machine that slows down slows all of them; one round warms up. */
export async function inTurn<Run extends Timed>(
  contenders: readonly Contender<Run>[],
  rounds: number,
): Promise<Measured<Run>[]> {
  const measured = contenders.map(({ name }) => ({ name, runs: [] as Run[] }));
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const result = await run();
      if (round > 0) measured[index]?.runs.push(result);
    }
    process.stderr.write(round === 0 ? "warmed up\n" : `round ${round} of ${rounds}\n`);
  }
  return measured;
}

/** What the figures were measured on, and the day. */
export function machine(): string {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, ${gibibytes} GiB, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
}
