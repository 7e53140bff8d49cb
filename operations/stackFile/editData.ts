import { editAt, isBelow, type Edit, type EditPath } from "./edit.ts";

/** The data of a workload after edits. A list that they leave empty goes with its key. */
export function editData(workload: unknown, edits: readonly Edit[]): unknown {
  return edited(workload, [], edits)[0];
}

function addedBehind(path: EditPath, edits: readonly Edit[]): (readonly [string, unknown])[] {
  const added = editAt(edits, path)?.added;
  return added ? [[added.key, added.value]] : [];
}

/** What stands in the place of a value: nothing, itself, or what it became. */
function edited(value: unknown, path: EditPath, edits: readonly Edit[]): unknown[] {
  const own = editAt(edits, path);
  if (own) return [...own.values];
  if (typeof value !== "object" || value === null || !edits.some((edit) => isBelow(edit, path)))
    return [value];
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index) => edited(item, [...path, index], edits));
    return items.length === 0 ? [] : [items];
  }
  const entries = Object.entries(value).flatMap(([key, entry]) =>
    edited(entry, [...path, key], edits)
      .map((after) => [key, after] as const)
      .concat(addedBehind([...path, key], edits)),
  );
  return [Object.fromEntries(entries)];
}
