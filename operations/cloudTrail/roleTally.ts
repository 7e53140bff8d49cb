import type { Call } from "./call.ts";
import type { OneCall } from "./callsOf.ts";
import type { ObservedRole } from "./observed.ts";
import { arnFields } from "./resources/arnFields.ts";

/** So many resources of one action are kept one by one; what is more is kept by folder, so that memory has a bound. */
const mostResources = 2_000;

interface Group {
  readonly calls: Map<string, Call>;
  /** How many words of a path are kept. @default - all */
  depth?: number;
}

/** Adds up what one role did. */
export class RoleTally {
  readonly #groups = new Map<string, Group>();
  readonly #unknown = new Map<string, number>();

  add(call: OneCall): void {
    const name = `${call.action} ${call.errorCode ?? ""}`;
    let group = this.#groups.get(name);
    if (group === undefined) this.#groups.set(name, (group = { calls: new Map() }));
    addTo(group, { ...call, count: 1 });
    if (group.calls.size > mostResources) fold(group);
  }

  addUnknown(event: string): void {
    this.#unknown.set(event, (this.#unknown.get(event) ?? 0) + 1);
  }

  observed(): ObservedRole {
    const calls = [...this.#groups.values()].flatMap((group) => [...group.calls.values()]);
    const unknown = Array.from(this.#unknown, ([event, count]) => ({ event, count }));
    return {
      calls: calls.sort(byName),
      unknown: unknown.sort((one, other) => (one.event < other.event ? -1 : 1)),
    };
  }
}

function addTo(group: Group, call: Call): void {
  const kept = group.depth === undefined ? call : folded(call, group.depth);
  const name = `${kept.resource} ${kept.context === undefined ? "" : JSON.stringify(kept.context)}`;
  const before = group.calls.get(name);
  if (before === undefined) {
    group.calls.set(name, kept);
    return;
  }
  const lastUsed = before.lastUsed > kept.lastUsed ? before.lastUsed : kept.lastUsed;
  group.calls.set(name, { ...before, count: before.count + kept.count, lastUsed });
}

/** Keeps the deepest folders of which there are few enough; of those that are left, half may come anew. */
function fold(group: Group): void {
  const all = [...group.calls.values()];
  // The first turn drops values of condition keys alone.
  let depth = 1 + all.reduce((deepest, { resource }) => Math.max(deepest, wordsOf(resource).length), 0);
  while (group.calls.size > mostResources / 2 && depth > 0) {
    depth--;
    group.depth = depth;
    group.calls.clear();
    for (const call of all) addTo(group, call);
  }
}

/** What a condition key held is not kept of a folder: calls with many values would be as many. */
function folded({ action, resource, count, errorCode, lastUsed }: Call, depth: number): Call {
  const call = { action, resource, count, lastUsed, ...(errorCode !== undefined && { errorCode }) };
  const words = wordsOf(call.resource);
  if (words.length <= depth && depth > 0) return call;
  if (depth === 0) return { ...call, resource: "*" };
  const parts = arnFields(call.resource);
  return { ...call, resource: [...parts.slice(0, 5), [...words.slice(0, depth), "*"].join("/")].join(":") };
}

const wordsOf = (arn: string) => (arnFields(arn)[5] ?? arn).split("/");

function byName(one: Call, other: Call): number {
  const [name, otherName] = [one, other].map(
    ({ action, resource, errorCode = "" }) => `${action} ${resource} ${errorCode}`,
  ) as [string, string];
  return name < otherName ? -1 : 1;
}
