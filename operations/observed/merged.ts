import type { Target } from "../../iam/arn.ts";
import { statementsCover } from "../../iam/covers/statementCovers.ts";
import { compiled, isEntry, type Compiled } from "./words.ts";

/**
 * Entries of one service and level as one, where they differ in the values of one field and together say nothing more;
 * and none that another says already.
 */
export function merged(entries: readonly Compiled[], target: Target): readonly Compiled[] {
  const needed = entries.filter((entry, place) => !isSaid(entry, place, entries));
  const names = new Set(needed.flatMap(({ fields }) => Object.keys(fields)));
  return [...names].reduce<readonly Compiled[]>((all, name) => mergedBy(name, all, target), needed);
}

/** Whether another entry says all of it; of two that say the same, the first stays. */
function isSaid(entry: Compiled, place: number, all: readonly Compiled[]): boolean {
  return all.some(
    (other, otherPlace) =>
      other.service === entry.service &&
      otherPlace !== place &&
      statementsCover(other.statements, entry.statements) &&
      (otherPlace < place || !statementsCover(entry.statements, other.statements)),
  );
}

/** Entries that differ in the values of one field alone as one with all of them. */
function mergedBy(name: string, entries: readonly Compiled[], target: Target): Compiled[] {
  const groups = Map.groupBy(entries, ({ service, level, fields }) =>
    JSON.stringify([service, level, { ...fields, [name]: name in fields }]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1 || !(name in first.fields)) return group;
    const values = new Set(group.flatMap(({ fields }) => fields[name] ?? []));
    const fields = { ...first.fields, [name]: [...values].sort() };
    const made = compiled(first.service, fields, first.level, target);
    const parts = group.flatMap(({ statements }) => statements);
    const saysTheSame = statementsCover(parts, made.statements) && statementsCover(made.statements, parts);
    return saysTheSame && isEntry(made.entry) ? [made] : group;
  });
}
