import assert from "node:assert/strict";
import { capture } from "../../commandLine/processes/run.ts";

export interface RunningProcess {
  readonly pid: number;
  readonly command: string;
}

/** Processes whose command line or environment names a text, without the embedded AWS and the test itself. */
export async function processesOf(text: string): Promise<RunningProcess[]> {
  const { stdout } = await capture("ps", ["axeww", "-o", "pid=,stat=,args="]);
  return stdout.split("\n").flatMap((line) => {
    const [, pid = "", state = "", command = ""] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    const isMeant = command.includes(text) && !state.startsWith("Z");
    return isMeant && !isEmulator(command) ? [{ pid: Number(pid), command: command.slice(0, 120) }] : [];
  });
}

const isEmulator = (command: string) => /^\S*python\S* -X .* -m hypercorn /.test(command);

/**
 * Does something while the updates among some processes stand still: it happens in the middle of them, however busy the
 * machine is.
 */
export async function whileUpdatesHalt<T>(
  processes: readonly RunningProcess[],
  act: () => Promise<T>,
): Promise<T> {
  const updates = processes.filter(({ command }) => /^\S*pulumi up /.test(command));
  assert.ok(updates.length > 0, "there is no update to halt");
  for (const { pid } of updates) process.kill(pid, "SIGSTOP");
  try {
    return await act();
  } finally {
    for (const { pid } of updates) process.kill(pid, "SIGCONT");
  }
}

/** Half of what a test has, so that what is still not as wanted then is said and not only that it took too long. */
const patienceMilliseconds = 600_000;

/** The first answer that is as wanted, or the last one where none comes. */
export async function eventually<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + patienceMilliseconds;
  for (;;) {
    const answer = await ask();
    if (wanted(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
