import { diffTable } from "../../permissions/diffTable.ts";
import type { Adoption } from "./adoption.ts";

/** What a reader has to know of an adoption before it is written. */
export function shownAdoption(
  { role, workload, diff, leftOut, notes }: Adoption,
  useColors: boolean,
): string {
  const table = diffTable(
    { base: `the role ${role}`, head: workload, stacks: [diff.stack], workloads: [diff], notes: [] },
    useColors,
  );
  const lines = [
    ...(diff.changes.length === 0
      ? [`What ${workload} says gives exactly what the policies of ${role} give.`]
      : []),
    ...leftOut.map(({ why }) => `Left out, since it gives nothing: ${why}`),
    ...notes,
  ];
  return `${table}${lines.map((line) => `${line}\n`).join("")}`;
}

/** How to go on once the stack file is written. */
export function nextSteps(adoptions: readonly Adoption[], stack: string): string[] {
  const inPlace = adoptions.filter(({ isInPlace }) => isInPlace);
  const beside = adoptions.filter(({ isInPlace }) => !isInPlace);
  const instances = beside.flatMap((adoption) => adoption.instances);
  return [
    ...(inPlace.length > 0
      ? [
          `${listed(inPlace)} keeps its name: "npx instance-profiles recover --stack ${stack}" imports it, with what belongs to it.`,
        ]
      : []),
    ...(beside.length > 0
      ? [
          `${listed(beside)} cannot be imported, since a role keeps its name for life: the next update makes a new one beside it${instances.length > 0 ? `, and swaps the profile of ${instances.join(", ")} while ${instances.length > 1 ? "they run" : "it runs"}` : ""}.`,
        ]
      : []),
    `next: pulumi preview --stack ${stack} --policy-pack policypack`,
    ...(beside.length > 0
      ? [`then: pulumi up --stack ${stack}, and delete the old role once nothing uses it`]
      : []),
  ];
}

const listed = (adoptions: readonly Adoption[]) => adoptions.map(({ role }) => role).join(", ");
