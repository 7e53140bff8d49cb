import { propertyPath } from "./propertyPath.ts";
import { UNKNOWN } from "./unknownValue.ts";

/** One value of an element, with the path where it stands. */
export interface Item {
  readonly value: unknown;
  readonly at: string;
}

/** An element of a document or a statement, in one of the spellings that it has. */
export interface Element {
  /** In lower case. */
  readonly name: string;
  readonly key: string;
  readonly value: unknown;
}

/**
 * The elements of a document or a statement. Their names are compared without case, and all spellings of one count
 * together: what IAM would refuse may be reported, but nothing that it might accept is overlooked.
 */
export function elementsOf(holder: object): Element[] {
  return Object.entries(holder).map(([key, value]: [string, unknown]) => ({
    name: key.toLowerCase(),
    key,
    value,
  }));
}

/** The values of an element as it is written, with their paths, given its name in lower case. */
export function elementOf(elements: readonly Element[], name: string, at: string): Item[] {
  const items: Item[] = [];
  for (const element of elements)
    if (element.name === name) items.push({ value: element.value, at: propertyPath(at, element.key) });
  return items;
}

/** The values of an element, a scalar being a list of one. */
export function itemsOf(elements: readonly Element[], name: string, at: string): Item[] {
  return elementOf(elements, name, at).flatMap(listed);
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
