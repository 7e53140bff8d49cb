import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { performance } from "node:perf_hooks";

/** What one command took. */
export interface Run {
  /** Wall time. */
  readonly seconds: number;
  /** The most memory that the command and all its processes had together, each page once (proportional set size). */
  readonly megabytes: number;
}

const sampleMilliseconds = 250;

/** Runs a command and measures it; one that fails ends the benchmark, since its time says nothing. */
export async function measuredRun(
  [program = "", ...args]: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Run> {
  const started = performance.now();
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += String(text)));
  let peak = 0;
  const timer = setInterval(() => {
    if (child.pid !== undefined) peak = Math.max(peak, kibibytesOf(child.pid));
  }, sampleMilliseconds);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  clearInterval(timer);
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${code}:\n${output}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: (peak * 1024) / 1e6 };
}

/**
 * A process and all that it started. The share of a page that several use counts for each of them, so the sum is what they
 * take together.
 *
 * @see https://docs.kernel.org/filesystems/proc.html
 */
function kibibytesOf(root: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(readOrNothing(`/proc/${name}/status`))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const sum = (pid: number): number =>
    Number(/^Pss:\s+(\d+)/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) +
    (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}

/** A process may end between the listing and the reading. */
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
