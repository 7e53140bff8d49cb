import { propertyPath } from "./propertyPath.ts";
import { UNKNOWN } from "./unknownValue.ts";

/** One value of an element, with the path where it stands. */
export interface Item {
  readonly value: unknown;
  readonly at: string;
}

/**
 * The elements of a document or a statement by their names in lower case, each in all of the spellings that it has. Names
 * of elements are compared without case, and all spellings of one count together: what IAM would refuse may be reported,
 * but nothing that it might accept is overlooked.
 */
export type Elements = ReadonlyMap<string, readonly Item[]>;

/** The elements of a document or a statement. One pass finds all: documents have thousands of statements. */
export function elementsOf(holder: object, at: string): Elements {
  const elements = new Map<string, Item[]>();
  for (const [key, value] of Object.entries(holder) as [string, unknown][]) {
    const name = key.toLowerCase();
    const item = { value, at: propertyPath(at, key) };
    const known = elements.get(name);
    if (known === undefined) elements.set(name, [item]);
    else known.push(item);
  }
  return elements;
}

const none: readonly Item[] = [];

/** An element as it is written. */
export function elementOf(elements: Elements, name: string): readonly Item[] {
  return elements.get(name.toLowerCase()) ?? none;
}

/** The values of an element, a scalar being a list of one. */
export function itemsOf(elements: Elements, name: string): Item[] {
  return elementOf(elements, name).flatMap(listed);
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
