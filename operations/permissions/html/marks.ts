import { h } from "preact";
import type { AccessLevel } from "../../../iam/catalogue/accessLevels.ts";
import type { StackAccess, WorkloadAccess } from "../show/access.ts";
import { cell, letters } from "../show/accessTable.ts";

/** What a letter of a cell says. */
const meanings: ReadonlyMap<string, AccessLevel | "Deny"> = new Map([
  ...Object.entries(letters).map(([level, letter]) => [letter, level as AccessLevel] as const),
  ["!", "Deny"],
]);

/** What a workload has in a service, a mark for each level and one for a Deny. */
export function Marks({ of: workload, service }: { readonly of: WorkloadAccess; readonly service: string }) {
  return h(
    "span",
    { class: "marks" },
    Array.from(cell(workload, service)).map((letter) => Mark({ letter })),
  );
}

/** `list, read, with a Deny`: the same for ears. */
export function marksInWords(workload: WorkloadAccess, service: string): string {
  const said = Array.from(cell(workload, service)).map((letter) => meanings.get(letter) ?? letter);
  return said.map((word) => (word === "Deny" ? "with a Deny" : word)).join(", ");
}

function Mark({ letter }: { readonly letter: string }) {
  const meaning = meanings.get(letter) ?? "unknown";
  return h(
    "span",
    { class: `level level-${meaning.replace(" ", "-")}`, title: meaning, "aria-hidden": "true" },
    letter,
  );
}

/** What the marks mean. What the catalogue does not know is explained only where it occurs. */
export function Legend({ access: { workloads } }: { readonly access: StackAccess }) {
  const isUnknown = workloads.some(({ rights, attached = [] }) =>
    [...rights, ...attached.flatMap(({ services = [] }) => services)].some(({ levels }) =>
      levels.includes("unknown"),
    ),
  );
  const words = [...meanings].filter(([, meaning]) => meaning !== "unknown" || isUnknown);
  return h(
    "ul",
    { class: "legend", "aria-label": "Legend" },
    words.map(([letter, meaning]) =>
      h("li", null, Mark({ letter }), " ", meaning === "Deny" ? "with a Deny" : meaning),
    ),
  );
}
