import type { AccessLevel } from "../../../iam/catalogue/accessLevels.ts";
import type { StackAccess, WorkloadAccess } from "../show/access.ts";

/** How far the roles of a stack reach: `3 of 4 roles can write, none can change permissions.` */
export function summaryOf({ workloads }: StackAccess): string {
  if (workloads.length === 0) return "The stack has no workloads, so nothing is allowed to anybody.";
  const everything = workloads.filter(({ attached = [] }) =>
    attached.some(({ allowsEverything }) => allowsEverything),
  );
  const writing = workloads.filter(has("write")).length;
  const managing = workloads.filter(has("permissions management")).length;
  const unresolved = workloads.flatMap(unresolvedOf);
  const all = counted(workloads.length, "role");
  const write = writing === 0 ? `None of ${all} can write` : `${writing} of ${all} can write`;
  // What is not resolved may be anything, so that then nothing is said of all roles.
  const isKnown = unresolved.length === 0;
  const known = writing === 0 && !isKnown ? " by what is resolved" : "";
  const manage = managing > 0 ? `, ${managing} can change permissions` : ", none can change permissions";
  return [
    ...(everything.length > 0
      ? [`${everything.map(({ name }) => name).join(", ")} can do everything, or nearly so.`]
      : []),
    `${write}${known}${managing > 0 || isKnown ? manage : ""}.`,
    ...(isKnown ? [] : [`Not resolved: ${unresolved.join(", ")}.`]),
  ].join(" ");
}

/** What nobody can say by the stack file: policies of an account, and actions that the catalogue does not hold. */
function unresolvedOf({ name, rights, managedPolicies, attached = [] }: WorkloadAccess): string[] {
  const policies = managedPolicies.flatMap((policy, index) => {
    const { services } = attached[index] ?? {};
    if (services === undefined) return [policy];
    return services.some(({ levels }) => levels.includes("unknown")) ? [`a part of ${policy}`] : [];
  });
  const actions = rights
    .filter(({ effect, levels }) => effect === "Allow" && levels.includes("unknown"))
    .flatMap((right) => right.actions);
  return [...policies, ...actions].map((what) => `${what} of ${name}`);
}

const has =
  (level: AccessLevel) =>
  ({ rights, attached = [] }: WorkloadAccess): boolean =>
    rights.some(({ effect, levels }) => effect === "Allow" && levels.includes(level)) ||
    attached.some(({ services = [] }) => services.some(({ levels }) => levels.includes(level)));

/** `1 role`, `2 roles`, `1,000 roles`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** All services that the rights name, also those with nothing but a Deny, and those of attached policies. */
export function servicesOf({ services, workloads }: StackAccess): string[] {
  const own = workloads.flatMap(({ rights }) => rights.map(({ service }) => service));
  return [...new Set([...services, ...own])].sort();
}

/** Where attached policies of a workload are told of. */
export const attachedPlace = ({ name }: WorkloadAccess): string => `${name}.Attached`;

/** The place of a workload's service on the page. A workload's name holds no dot. */
export const placeOf = ({ name }: WorkloadAccess, service: string): string => `${name}.${service}`;

/** Where a cell of the matrix leads: to the rights of its own, or to the policies that give it. */
export const toldAt = (workload: WorkloadAccess, service: string): string =>
  workload.rights.some((right) => right.service === service)
    ? placeOf(workload, service)
    : attachedPlace(workload);

/** The address of a place on the page. */
export const hrefOf = (place: string): string => `#${encodeURIComponent(place)}`;
