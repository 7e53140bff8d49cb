import type { ThisMachine } from "./thisMachine.ts";

/** A process that holds the lock of a stack, as Pulumi names it. */
export interface LockHolder {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  /** When it took the lock, in ISO 8601. */
  readonly since: string;
}

/** Whether Pulumi refused a command because another update holds the stack, in its own backends or in Pulumi Cloud. */
export function isLocked(stderr: string): boolean {
  return /the stack is currently locked by|\[409\] Conflict/.test(stderr);
}

/**
 * Who holds the lock, from what Pulumi says to whoever comes second. Empty for Pulumi Cloud, which does not tell.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/state-and-backends/
 */
export function lockHolders(stderr: string): LockHolder[] {
  const named = stderr.matchAll(/created by (.+)@(\S+) \(pid (\d+)\) at (\S+)/g);
  return [...named].map(([, user = "", host = "", pid = "", since = ""]) => ({
    user,
    host,
    pid: Number(pid),
    since,
  }));
}

/**
 * Why a lock is left alone, or undefined where every holder is known to be gone. A lock file has the user, the host, the number of the
 * process and the time, and nothing of the container that the process was in. So a process is known to be gone only where all
 * processes of the machine can be seen, and the host has a name of its own.
 *
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/backend/diy/lock.go
 */
export function lockIsHeld(
  stack: string,
  holders: readonly LockHolder[],
  { host: here, seesAllProcesses, runs }: ThisMachine,
): string | undefined {
  const mayBeHere = ({ host }: LockHolder) => host === here && !/^localhost(?:$|\.)/i.test(host);
  const held = holders.filter((holder) => !mayBeHere(holder) || !seesAllProcesses || runs(holder.pid));
  if (holders.length > 0 && held.length === 0) return undefined;
  const who = held.map(shownHolder).join(" and ") || "another update";
  const hidden = !seesAllProcesses && held.some(mayBeHere);
  const why = hidden ? " (this container cannot see whether another one of that name runs it)" : "";
  return `stack "${stack}" is locked by ${who}${why}: wait for it to end, or add --cancel if you know that it is gone`;
}

/** Such as `ada@laptop (pid 4711, since 2026-01-31T09:00:00Z)`. */
export function shownHolder({ user, host, pid, since }: LockHolder): string {
  return `${user}@${host} (pid ${pid}, since ${since})`;
}
