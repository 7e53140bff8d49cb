import type { Held } from "./heldByAws.ts";
import type { Change, Found } from "./nextUpdate.ts";

/** A resource that the next update would create, and what AWS has of that name. */
export interface Sought {
  readonly create: Change;
  readonly held: Held | undefined;
}

/** What AWS has already of the next update's creates. */
export interface Orphans {
  /** Made by an update of this stack that could not write it down. */
  readonly own: readonly Found[];
  /** Made by somebody else, so that the next update fails on it. */
  readonly foreign: readonly Found[];
}

/**
 * Tells an interrupted update's own resources from others of the same name by the tags that every update writes with the
 * create itself. An attachment has no tags: it counts as own once its role is in the state.
 */
export function orphansOf(sought: readonly Sought[]): Orphans {
  const stillToCreate = new Set(
    sought
      .filter(({ create }) => create.type === "aws:iam/role:Role")
      .map(({ create }) => create.inputs.name),
  );
  const [own, foreign] = [[] as Found[], [] as Found[]];
  for (const { create, held } of sought) {
    if (!held) continue;
    const found = { ...create, id: held.id };
    if (held.tags) (isOf(create.urn, held.tags) ? own : foreign).push(found);
    else if (!stillToCreate.has(create.inputs.role)) own.push(found);
  }
  return { own, foreign };
}

/** A URN starts with `urn:pulumi:STACK::PROJECT::`. */
function isOf(urn: string, { Stack, Project }: Readonly<Record<string, string>>): boolean {
  return urn.startsWith(`urn:pulumi:${Stack ?? ""}::${Project ?? ""}::`);
}
