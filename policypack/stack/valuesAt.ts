/** A value among the inputs of a resource, with its path. */
export interface PlacedValue {
  readonly at: string;
  readonly value: unknown;
}

/**
 * The values that a path leads to; `[]` stands for each item of a list. Where the way ends early (unknown, or no object)
 * the last part is the value; what is unset is left out.
 */
export function valuesAt(inputs: unknown, path: string): PlacedValue[] {
  let found: PlacedValue[] = [{ at: "", value: inputs }];
  for (const step of path.match(/\w+|\[\]/g) ?? []) {
    found = found.flatMap((place) => (step === "[]" ? itemsOf(place) : propertyOf(place, step)));
  }
  return found;
}

function itemsOf({ at, value }: PlacedValue): PlacedValue[] {
  if (!Array.isArray(value)) return [{ at, value }];
  return value.map((item: unknown, index) => ({ at: `${at}[${index}]`, value: item }));
}

function propertyOf({ at, value }: PlacedValue, name: string): PlacedValue[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [{ at, value }];
  const next = (value as Readonly<Record<string, unknown>>)[name];
  if (next === undefined || next === null) return [];
  return [{ at: at === "" ? name : `${at}.${name}`, value: next }];
}
