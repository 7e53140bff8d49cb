import type { AccessLevel } from "../../permissionDiff/accessLevels";
import type { StackAccess, WorkloadAccess } from "../show/access";
import { cell, letters } from "../show/accessTable";

/** What a letter of a cell says. */
const meanings: ReadonlyMap<string, AccessLevel | "Deny"> = new Map([
  ...Object.entries(letters).map(([level, letter]) => [letter, level as AccessLevel] as const),
  ["!", "Deny"],
]);

/** What a workload has in a service, a mark for each level and one for a Deny. */
export function Marks({ of: workload, service }: { readonly of: WorkloadAccess; readonly service: string }) {
  return (
    <span class="marks">
      {Array.from(cell(workload, service)).map((letter) => (
        <Mark key={letter} letter={letter} />
      ))}
    </span>
  );
}

/** `list, read, with a Deny`: the same for ears. */
export function marksInWords(workload: WorkloadAccess, service: string): string {
  const said = Array.from(cell(workload, service)).map((letter) => meanings.get(letter) ?? letter);
  return said.map((word) => (word === "Deny" ? "with a Deny" : word)).join(", ");
}

function Mark({ letter }: { readonly letter: string }) {
  const meaning = meanings.get(letter) ?? "unknown";
  return (
    <span class={`level level-${meaning.replace(" ", "-")}`} title={meaning} aria-hidden="true">
      {letter}
    </span>
  );
}

/** What the marks mean. What the catalogue does not know is explained only where it occurs. */
export function Legend({ access: { workloads } }: { readonly access: StackAccess }) {
  const isUnknown = workloads.some(({ rights }) => rights.some(({ levels }) => levels.includes("unknown")));
  const words = [...meanings].filter(([, meaning]) => meaning !== "unknown" || isUnknown);
  return (
    <ul class="legend" aria-label="Legend">
      {words.map(([letter, meaning]) => (
        <li key={letter}>
          <Mark letter={letter} /> {meaning === "Deny" ? "with a Deny" : meaning}
        </li>
      ))}
    </ul>
  );
}
