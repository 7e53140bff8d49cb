import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { constants } from "node:os";
import { Failure } from "../failure.ts";
import { startTied, watchParent } from "./lifeline.ts";
import { exitIfInterrupted, handSignalsTo } from "./signals.ts";

/** Seconds that an interrupted command gets to finish what it has begun, before it is killed. */
const grace = 20;

/** A command that the system did not start. */
export class CannotStart extends Failure {
  /** Whether there is no such command. */
  readonly isMissing: boolean;

  constructor(command: string, { code, message }: NodeJS.ErrnoException) {
    const isMissing = code === "ENOENT";
    super(isMissing ? `command not found: ${command}` : `cannot start ${command}: ${message}`);
    this.isMissing = isMissing;
  }
}

/** Exit code as a shell reports it: 128 + number for a signal. */
const exitCodeOf = (code: number | null, signal: NodeJS.Signals | null) =>
  code ?? 128 + (signal ? constants.signals[signal] : 1);

function ended(child: ChildProcess, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      reject(new CannotStart(command, error));
    });
    child.once("close", (code, signal) => {
      resolve(exitCodeOf(code, signal));
    });
  });
}

/**
 * Runs a command in the foreground with this terminal and returns its exit code. A signal to this process, its own
 * death, or the death of the process that started it reaches the command too.
 */
export async function runInForeground(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<number> {
  const { child, release } = startTied(() => spawn(command, args, { stdio: "inherit", ...options }), {
    graceSeconds: grace,
  });
  const takeBackSignals = handSignalsTo(child);
  watchParent(() => void child.kill("SIGINT"));
  try {
    return await ended(child, command);
  } finally {
    release();
    takeBackSignals();
  }
}

export interface Captured {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CaptureOptions extends SpawnOptions {
  /** @default - as long as it takes */
  readonly timeoutSeconds?: number;
  /** Called with each line as it is printed. @default - nobody listens */
  readonly onLine?: (line: string) => void;
  /** Whether a command that is interrupted may finish what it has begun. @default false */
  readonly finishes?: boolean;
}

/** Runs a command without a terminal and returns what it printed. It ends when this process ends. */
export async function capture(
  command: string,
  args: readonly string[],
  options: CaptureOptions = {},
): Promise<Captured> {
  const { timeoutSeconds, onLine, finishes = false, ...rest } = options;
  const { child, release } = startTied(
    () => spawn(command, args, { ...rest, stdio: ["ignore", "pipe", "pipe"] }),
    { graceSeconds: finishes ? grace : 5 },
  );
  const takeBackSignals = finishes ? handSignalsTo(child) : () => undefined;
  const timer =
    timeoutSeconds === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), timeoutSeconds * 1000);
  const text = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (chunk: string) => {
      text[name] += chunk;
      for (const line of chunk.split("\n")) onLine?.(line);
    });
  }
  try {
    return { code: await ended(child, command), ...text };
  } finally {
    clearTimeout(timer);
    release();
    exitIfInterrupted(takeBackSignals());
  }
}

/** Like {@link capture}, but any exit code other than 0 is a failure that quotes the last lines of what was printed. */
export async function captureOrFail(
  what: string,
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await capture(command, args, options);
  if (code === 0) return stdout;
  const lines = (stderr.trim() || stdout.trim()).split("\n").slice(-12).join("\n");
  throw new Failure(
    /no space left on device/i.test(lines)
      ? `no space left on the disk while ${what}: free some and run the command again`
      : `${what} failed (${command} ended with ${code}):\n${lines}`,
  );
}
