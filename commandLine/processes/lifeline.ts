import { spawn } from "node:child_process";

/**
 * Ties a process to the life of this one, however this one ends. A shell of a session of its own waits for a pipe that
 * only this process holds; when the pipe closes (a SIGKILL included) the shell ends the target: SIGINT first, and
 * SIGKILL after `graceSeconds`.
 *
 * @param target process id, or the negative id of a process group
 * @returns a function to call once the target has ended by itself
 */
export function tieLifeTo(target: number, graceSeconds: number): () => void {
  const wait = Array.from({ length: graceSeconds * 5 }, () => "kill -0 $0 2>/dev/null || exit; sleep 0.2");
  const script = [
    "read _",
    ...(graceSeconds > 0 ? ["kill -INT $0 2>/dev/null", ...wait] : []),
    "kill -KILL $0 2>/dev/null",
  ];
  const shell = spawn("/bin/sh", ["-c", script.join("\n").replaceAll("$0", String(target))], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  shell.stdin.on("error", () => undefined);
  return () => {
    if (shell.pid !== undefined) shell.kill("SIGKILL");
  };
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
