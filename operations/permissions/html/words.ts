import type { AccessLevel } from "../../../iam/catalogue/accessLevels.ts";
import type { StackAccess, WorkloadAccess } from "../show/access.ts";

/** How far the roles of a stack reach: `3 of 4 roles can write, none can change permissions.` */
export function summaryOf({ workloads }: StackAccess): string {
  if (workloads.length === 0) return "The stack has no workloads, so nothing is allowed to anybody.";
  const writing = workloads.filter(has("write")).length;
  const managing = workloads.filter(has("permissions management")).length;
  const all = counted(workloads.length, "role");
  const write = writing === 0 ? `None of ${all} can write` : `${writing} of ${all} can write`;
  return `${write}, ${managing === 0 ? "none" : managing} can change permissions.`;
}

const has =
  (level: AccessLevel) =>
  ({ rights }: WorkloadAccess): boolean =>
    rights.some(({ effect, levels }) => effect === "Allow" && levels.includes(level));

/** `1 role`, `2 roles`, `1,000 roles`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** All services that the rights name, also those with nothing but a Deny. */
export function servicesOf({ workloads }: StackAccess): string[] {
  return [...new Set(workloads.flatMap(({ rights }) => rights.map(({ service }) => service)))].sort();
}

/** The place of a workload's service on the page. A workload's name holds no dot. */
export const placeOf = ({ name }: WorkloadAccess, service: string): string => `${name}.${service}`;

/** The address of a place on the page. */
export const hrefOf = (place: string): string => `#${encodeURIComponent(place)}`;
