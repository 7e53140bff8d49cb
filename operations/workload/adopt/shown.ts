import type { Statement } from "../../../iam/statement.ts";
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
    ...leftOut.map(
      ({ statement, why }) => `Left out, since it gives nothing: ${shownStatement(statement)}: ${why}`,
    ),
    ...notes,
  ];
  return `${table}${lines.map((line) => `${line}\n`).join("")}`;
}

function shownStatement({ Effect, Action, Resource }: Statement): string {
  const more = Resource.length > 1 ? ` and ${Resource.length - 1} more` : "";
  return `${Effect === "Deny" ? "Deny " : ""}${Action.join(", ")} on ${Resource[0] ?? ""}${more}`;
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
