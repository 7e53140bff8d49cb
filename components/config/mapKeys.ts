import { NAMESPACE } from "./namespace.ts";

/** Keys whose values are maps. The engine hands them over as JSON, and a stack file may hold them as such a text too. */
export const MAP_KEYS = [`${NAMESPACE}:workloads`, `${NAMESPACE}:tags`];

/** Values by their full keys, with data in place of the text of a map. */
export function withMaps(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      MAP_KEYS.includes(key) && typeof value === "string" ? jsonOrText(value) : value,
    ]),
  );
}

/** Text that is no JSON is a mistake of the reader of this key, and the schema says so. */
function jsonOrText(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
