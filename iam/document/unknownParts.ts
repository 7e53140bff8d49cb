import { propertyPath } from "./propertyPath.ts";
import { UNKNOWN } from "./unknownValue.ts";

/** The paths of everything in a value that is unknown at preview. */
export function* unknownParts(value: unknown, at: string): Generator<string> {
  if (value === UNKNOWN) {
    yield at;
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* unknownParts(item, `${at}[${index}]`);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* unknownParts(item, propertyPath(at, key));
  }
}
