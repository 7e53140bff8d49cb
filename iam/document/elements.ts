import { propertyPath } from "./propertyPath.ts";
import { UNKNOWN } from "./unknownValue.ts";

/** One value of an element, with the path where it stands. */
export interface Item {
  readonly value: unknown;
  readonly at: string;
}

/**
 * The values of an element, a scalar being a list of one. Names of elements are compared without case, and all
 * spellings of one count together: what IAM would refuse may be reported, but nothing that it might accept is overlooked.
 */
export function itemsOf(holder: object, name: string, at: string): Item[] {
  return elementsOf(holder, name, at).flatMap(listed);
}

/** An element as it is written, in each of the spellings that it has. */
export function elementsOf(holder: object, name: string, at: string): Item[] {
  const wanted = name.toLowerCase();
  return Object.entries(holder)
    .filter(([key]) => key.toLowerCase() === wanted)
    .map(([key, value]: [string, unknown]) => ({ value, at: propertyPath(at, key) }));
}

/** A list item by item, and any other value as it is. */
export function listed({ value, at }: Item): Item[] {
  if (!Array.isArray(value)) return [{ value, at }];
  return Array.from(value, (item: unknown, index) => ({ value: item, at: `${at}[${index}]` }));
}

/** The properties of a map. */
export function propertiesOf({ value, at }: Item): (Item & { readonly key: string })[] {
  if (!isObject(value)) return [];
  return Object.entries(value).map(([key, own]: [string, unknown]) => ({
    key,
    value: own,
    at: propertyPath(at, key),
  }));
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === UNKNOWN) return "a value unknown at preview";
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
