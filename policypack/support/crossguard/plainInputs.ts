import { UnknownValueError } from "@pulumi/policy";
import { UNKNOWN } from "../unknownValue";

/**
 * A copy of a resource's inputs that is safe to read. CrossGuard hands out a proxy that throws at the first unknown
 * value and turns the throw into an advisory: whatever a check had not reached by then, even a mandatory violation,
 * passes the preview. The copy holds `UNKNOWN` in those places, so a check sees everything else and decides itself
 * what a gap means.
 */
export async function plainInputs(inputs: object): Promise<Record<string, unknown>> {
  const copies = Object.keys(inputs).map(async (key) => [key, await copyOf(inputs, key)] as const);
  return Object.fromEntries(await Promise.all(copies));
}

async function copyOf(holder: object, key: string): Promise<unknown> {
  const value = read(holder, key);
  // The text of an asset is a promise, and a promise does not work through a proxy; its descriptor has the original.
  if (value instanceof Promise) return plain(await Object.getOwnPropertyDescriptor(holder, key)?.value);
  return plain(value);
}

async function plain(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return Promise.all([...value.keys()].map((index) => copyOf(value, String(index))));
  return plainInputs(value);
}

function read(holder: object, key: string): unknown {
  try {
    return Reflect.get(holder, key);
  } catch (error) {
    if (error instanceof UnknownValueError) return UNKNOWN;
    throw error;
  }
}
