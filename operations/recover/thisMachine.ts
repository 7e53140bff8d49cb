import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { hostname, platform } from "node:os";
import { isAlive } from "../../commandLine/processes/alive.ts";

/** What can be known here of the process that holds a lock. */
export interface ThisMachine {
  readonly host: string;
  /** False in a container, which sees no process of the machine and of its other containers, also of those with its host name. */
  readonly seesAllProcesses: boolean;
  /** Whether a process has that number, be it here or in a container of this machine. */
  readonly runs: (pid: number) => boolean;
}

export function thisMachine(): ThisMachine {
  const isLinux = platform() === "linux";
  return {
    host: hostname(),
    seesAllProcesses: !isLinux || isFirstPidNamespace(),
    runs: (pid) => isAlive(pid) || (isLinux && numbersInContainers().has(pid)),
  };
}

/**
 * The PID namespace that the kernel starts with has a fixed number, `PROC_PID_INIT_INO`.
 *
 * @see https://github.com/torvalds/linux/blob/master/include/linux/proc_ns.h
 */
function isFirstPidNamespace(): boolean {
  try {
    return readlinkSync("/proc/self/ns/pid") === "pid:[4026531836]";
  } catch {
    return false;
  }
}

/**
 * The numbers that processes in containers of this machine have there: a container can share the host's name.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_status.5.html for NSpid
 */
function numbersInContainers(): Set<number> {
  const found = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => nestedNumbers(statusOf(name)));
  return new Set(found);
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    // It has ended since.
    return "";
  }
}

/** Of `NSpid: 4711 12` the 12. A process that is in no container has one number alone. */
export function nestedNumbers(status: string): number[] {
  const [, numbers = ""] = /^NSpid:\s+(.+)$/m.exec(status) ?? [];
  return numbers.split(/\s+/).slice(1).map(Number);
}
