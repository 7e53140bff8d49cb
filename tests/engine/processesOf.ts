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

/** The first answer that is as wanted, or the last one before the time is over. */
export async function eventually<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  seconds: number,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
