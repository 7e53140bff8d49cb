import { UnknownValueError } from "@pulumi/policy";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";

/** The keys that lead from a resource's inputs to a value, the last one first. */
interface Path {
  readonly key: string;
  readonly before: Path | undefined;
}

/**
 * A copy of a resource's inputs that is safe to read. CrossGuard hands out a proxy that throws at the first unknown
 * value and turns the throw into an advisory: whatever a check had not reached by then, even a mandatory violation,
 * passes the preview. The copy holds `UNKNOWN` in those places, so a check sees everything else and decides itself
 * what a gap means.
 *
 * What is copied is what the proxy stands before, which its descriptors show: reading all of it through the proxy takes
 * several times as long. Only a text that may stand for an unknown value is read through it.
 */
export async function plainInputs(inputs: object): Promise<Record<string, unknown>> {
  // The text of an asset is a promise.
  const promises: Promise<void>[] = [];

  const plain = (value: unknown, path: Path): unknown => {
    if (typeof value === "string") return isUnknown(inputs, value, path) ? UNKNOWN : value;
    if (typeof value !== "object" || value === null) return value;
    return copyOf(value, Array.isArray(value) ? [] : {}, path);
  };

  const copyOf = <Copy extends object>(holder: object, copy: Copy, before?: Path): Copy => {
    for (const key of Object.keys(holder)) {
      const path = { key, before };
      const value = valueOf(holder, key);
      if (value instanceof Promise)
        promises.push(
          value.then((text) => {
            put(copy, key, plain(text, path));
          }),
        );
      else put(copy, key, plain(value, path));
    }
    return copy;
  };

  const copy = copyOf(inputs, {});
  // The assets of an archive are a promise that holds further ones.
  for (let next = promises.pop(); next !== undefined; next = promises.pop()) await next;
  return copy;
}

function valueOf(holder: object, key: string): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(holder, key);
  return descriptor && "value" in descriptor ? descriptor.value : Reflect.get(holder, key);
}

/** Also where a key is `__proto__`, which an assignment takes for something else. */
function put(copy: object, key: string, value: unknown): void {
  Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true });
}

/** Unknown values are UUIDs that the SDK keeps to itself. */
const mayBeUnknown = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isUnknown(inputs: object, text: string, path: Path): boolean {
  if (!mayBeUnknown.test(text)) return false;
  try {
    read(inputs, path);
    return false;
  } catch (error) {
    if (error instanceof UnknownValueError) return true;
    throw error;
  }
}

function read(inputs: object, { key, before }: Path): unknown {
  const holder = before === undefined ? inputs : read(inputs, before);
  return typeof holder === "object" && holder !== null ? Reflect.get(holder, key) : undefined;
}
