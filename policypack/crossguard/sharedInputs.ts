import { isCopyOf, plainInputs, type PlainInputs } from "./plainInputs.ts";

/** The copy of a resource's inputs that every policy of a pack is given. */
export type SharedInputs = (urn: string, inputs: object) => Promise<PlainInputs>;

/** A resource is shown with its inputs, and once more in the stack, with its outputs. */
const views = 2;

/**
 * Copies of inputs, of which one serves all policies of a pack, so that what a rule reads in it can be kept for the next
 * one. CrossGuard makes the objects that it hands out anew for each policy: what was shown to another policy is known by
 * its URN, and by being the same in every part, since an update may judge a resource twice with other inputs.
 */
export function sharedInputs(): SharedInputs {
  const latest = new Map<string, readonly PlainInputs[]>();
  return async (urn, inputs) => {
    const copies = latest.get(urn) ?? [];
    for (const copy of copies) if (await isCopyOf(copy, inputs)) return copy;
    const copy = await plainInputs(inputs);
    latest.set(urn, [copy, ...copies].slice(0, views));
    return copy;
  };
}
