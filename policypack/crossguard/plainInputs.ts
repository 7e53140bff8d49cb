import { unknownCheckingProxy, UnknownValueError } from "@pulumi/policy";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";

/** Inputs of a resource that are safe to read. No rule changes them: all rules share them. */
export type PlainInputs = Readonly<Record<string, unknown>>;

/**
 * A copy of a resource's inputs that is safe to read. CrossGuard hands out a proxy that throws at the first unknown
 * value and turns the throw into an advisory: whatever a check had not reached by then, even a mandatory violation,
 * passes the preview. The copy holds `UNKNOWN` in those places, so a check sees everything else and decides itself
 * what a gap means.
 *
 * What is copied is what the proxy stands before, which its descriptors show: reading all of it through the proxy takes
 * several times as long.
 */
export async function plainInputs(inputs: object): Promise<PlainInputs> {
  // The text of an asset is a promise.
  const promises: Promise<void>[] = [];

  const plain = (value: unknown): unknown => {
    if (typeof value === "string") return isUnknown(value) ? UNKNOWN : value;
    if (typeof value !== "object" || value === null) return value;
    return copyOf(value, Array.isArray(value) ? [] : {});
  };

  const copyOf = <Copy extends object>(holder: object, copy: Copy): Copy => {
    for (const key of Object.keys(holder)) {
      const value = valueOf(holder, key);
      if (value instanceof Promise)
        promises.push(
          value.then((text) => {
            put(copy, key, plain(text));
          }),
        );
      else put(copy, key, plain(value));
    }
    return copy;
  };

  const copy = copyOf(inputs, {});
  // The assets of an archive are a promise that holds further ones.
  for (let next = promises.pop(); next !== undefined; next = promises.pop()) await next;
  return copy;
}

/** Whether a copy that `plainInputs` made is one of some inputs. Equal texts are mostly the same ones, compared at once. */
export async function isCopyOf(copy: PlainInputs, inputs: object): Promise<boolean> {
  const promises: Promise<void>[] = [];
  let isSame = true;

  const compare = (copied: unknown, value: unknown): void => {
    if (!isSame) return;
    if (value instanceof Promise)
      promises.push(
        value.then((text) => {
          compare(copied, text);
        }),
      );
    else if (typeof value === "string") isSame = copied === value || (copied === UNKNOWN && isUnknown(value));
    else if (typeof value !== "object" || value === null) isSame = Object.is(copied, value);
    else
      isSame = isObject(copied) && Array.isArray(copied) === Array.isArray(value) && hasSame(copied, value);
  };

  const hasSame = (copied: object, holder: object): boolean => {
    const keys = Object.keys(holder);
    if (keys.length !== Object.keys(copied).length) return false;
    for (const key of keys)
      if (Object.hasOwn(copied, key)) compare(valueOf(copied, key), valueOf(holder, key));
      else return false;
    return isSame;
  };

  isSame = hasSame(copy, inputs);
  for (let next = promises.pop(); next !== undefined; next = promises.pop()) await next;
  return isSame;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function valueOf(holder: object, key: string): unknown {
  const descriptor = Object.getOwnPropertyDescriptor(holder, key);
  return descriptor && "value" in descriptor ? descriptor.value : Reflect.get(holder, key);
}

/** An assignment takes the key `__proto__` for something else. */
function put(copy: object, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true });
  else (copy as Record<string, unknown>)[key] = value;
}

/** Unknown values are UUIDs that the SDK keeps to itself. */
const mayBeUnknown = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// The declaration of this export is missing from the typings of @pulumi/policy, the export itself is not.
const checked = unknownCheckingProxy as (inputs: { readonly text: string }) => { readonly text: string };

function isUnknown(text: string): boolean {
  if (text.length !== 36 || !mayBeUnknown.test(text)) return false;
  try {
    return checked({ text }).text !== text;
  } catch (error) {
    if (error instanceof UnknownValueError) return true;
    throw error;
  }
}
