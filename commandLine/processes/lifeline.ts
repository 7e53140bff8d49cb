import { spawn, type ChildProcess } from "node:child_process";

interface Lifeline {
  /** @param target process id, or the negative id of a process group */
  readonly hold: (target: number) => void;
  readonly release: () => void;
}

/**
 * A shell of a session of its own that waits for a pipe that only this process holds. When the pipe closes (a SIGKILL
 * included) the shell ends the target it was told: SIGINT first, and SIGKILL after `graceSeconds`.
 */
function startLifeline(graceSeconds: number): Lifeline {
  const wait = Array.from(
    { length: graceSeconds * 5 },
    () => "kill -0 $target 2>/dev/null || exit; sleep 0.2",
  );
  const script = [
    "read target || exit",
    "read _",
    ...(graceSeconds > 0 ? ["kill -INT $target 2>/dev/null", ...wait] : []),
    "kill -KILL $target 2>/dev/null",
  ];
  const shell = spawn("/bin/sh", ["-c", script.join("\n")], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  shell.stdin.on("error", () => undefined);
  return {
    hold: (target) => shell.stdin.write(`${target}\n`),
    release: () => {
      if (shell.pid !== undefined) shell.kill("SIGKILL");
    },
  };
}

/**
 * Ties a running process to the life of this one, however this one ends: it is asked to end (SIGINT), and killed after
 * `graceSeconds`.
 *
 * @param target process id, or the negative id of a process group
 * @returns a function to call once the target has ended by itself
 */
export function tieLifeTo(target: number, graceSeconds: number): () => void {
  const lifeline = startLifeline(graceSeconds);
  lifeline.hold(target);
  return lifeline.release;
}

export interface TiedOptions {
  /** Seconds between the request to end and the kill. */
  readonly graceSeconds: number;
  /** Whether the child leads a process group, which then ends with it. @default false */
  readonly group?: boolean;
}

/**
 * Starts a child whose life is tied to this process. The lifeline is there before the child is: a process that is killed
 * right after it has started a child would leave the child behind otherwise.
 *
 * @returns the child, and a function to call once it has ended
 */
export function startTied<Child extends ChildProcess>(
  start: () => Child,
  { graceSeconds, group = false }: TiedOptions,
): { readonly child: Child; readonly release: () => void } {
  const lifeline = startLifeline(graceSeconds);
  const child = start();
  if (child.pid === undefined) lifeline.release();
  else lifeline.hold(group ? -child.pid : child.pid);
  return { child, release: lifeline.release };
}

/** Calls `gone` once the process that started this one has ended. */
export function watchParent(gone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}
