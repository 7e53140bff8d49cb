import { isSecretName } from "./secretNames.ts";
import { isTokenName } from "./sessionTokens.ts";

/** One string of a value. */
export interface NamedString {
  readonly path: string;
  /** What the string is called: its property, or the name beside it in a name and value pair. Empty for a map key. */
  readonly name: string;
  readonly text: string;
  /** The names and short texts of the same object, which may tell whose a secret is. */
  readonly beside: () => string;
}

interface Place {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  readonly beside: () => string;
}

/**
 * All strings of a value in their order, map keys included. The places still to visit are kept in a list, so no depth
 * of nesting overflows the stack.
 *
 * @param shownKey How a path shows a key.
 */
export function* namedStrings(
  value: unknown,
  path: string,
  shownKey: (key: string) => string,
): Generator<NamedString> {
  const places: Place[] = [{ path, name: "", value, beside: () => "" }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    if (typeof place.value === "string") {
      yield { path: place.path, name: place.name, text: place.value, beside: place.beside };
    } else {
      const inside = placesIn(place, shownKey);
      for (const next of inside.reverse()) places.push(next);
    }
  }
}

function placesIn({ path, name, value, beside }: Place, shownKey: (key: string) => string): Place[] {
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return items.map((item, index) => ({ path: `${path}[${index}]`, name, value: item, beside }));
  }
  if (typeof value !== "object" || value === null) return [];
  const pairName = secretNameIn(value);
  const besideEach = () => `${path} ${textsOf(value)}`;
  return Object.entries(value).flatMap(([key, item]) => {
    const at = propertyPath(path, shownKey(key));
    const itsName = isGeneric(key) ? (pairName ?? (name || key)) : key;
    return [
      { path: at, name: "", value: key, beside: besideEach },
      { path: at, name: itsName, value: item as unknown, beside: besideEach },
    ];
  });
}

function textsOf(object: object): string {
  return Object.entries(object)
    .slice(0, 100)
    .map(([key, item]: [string, unknown]) =>
      typeof item === "string" && item.length <= 80 ? `${key} ${item}` : key,
    )
    .join(" ");
}

/** A property's path as Pulumi writes it: `tags["my key"]`. */
function propertyPath(parent: string, key: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === "" ? key : `${parent}.${key}`;
}

/** Keys that only say that here is the value of what is named elsewhere, `S` being DynamoDB's. */
function isGeneric(key: string): boolean {
  return /^(?:\w*value|secretString|secretBinary|content|contentBase64|data|default|plaintext|text|string|S)$/i.test(
    key,
  );
}

/** The secret's name in `{ name, value }` or `{ key, value }`, as ECS environments, SSM parameters and tag lists have it. */
function secretNameIn(object: object): string | undefined {
  return Object.entries(object)
    .filter(([key]) => /(?:name|key|variable|path|secretId)$/i.test(key))
    .map(([, name]) => name as unknown)
    .find((name): name is string => typeof name === "string" && (isSecretName(name) || isTokenName(name)));
}
