import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { startTied } from "../../commandLine/processes/lifeline.ts";

/** Seconds between the request to end and the kill. */
const grace = 5;
const running = new Set<ChildProcess>();

/** Starts a Node process that does not outlive this host. */
export function startNode(args: readonly string[], options: SpawnOptions): ChildProcess {
  const { child, release } = startTied(() => spawn(process.execPath, args, options), { graceSeconds: grace });
  running.add(child);
  child.once("close", () => {
    running.delete(child);
    release();
  });
  return child;
}

/** The exit code; a signal counts as 1. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      resolve(code ?? 1);
    });
  });
}

/** Asks every child to end, and kills those that have not after the grace period. */
export async function stopChildren(): Promise<void> {
  const ended = [...running].map((child) => exitOf(child).catch(() => 1));
  for (const child of running) {
    child.kill("SIGINT");
    setTimeout(() => child.kill("SIGKILL"), grace * 1000).unref();
  }
  await Promise.all(ended);
}
