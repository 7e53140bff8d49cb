import { isCovered, type Right, rightCovers } from "../covers/statementCovers.ts";
import type { ChangeKind } from "./change.ts";
import type { ComparableDocument } from "./comparable.ts";
import { rightsIn } from "./widens.ts";

/** A right that was added, removed or changed, with the ones whose place it took. */
export interface RightChange {
  readonly kind: ChangeKind;
  readonly right: Right;
  readonly was: readonly Right[];
}

/** What two documents allow and deny differently, right by right. */
export function rightChanges(earlier: ComparableDocument, later: ComparableDocument): RightChange[] {
  const before = rightsIn(earlier, "Allow");
  const after = rightsIn(later, "Allow");
  const removed = without(before, after);
  const added = without(after, before);
  return [
    ...added.filter((right) => !isCovered(right, earlier.statements)).map((right) => gained(right, removed)),
    ...lost(
      removed.filter((right) => !isCovered(right, later.statements)),
      added,
    ),
    ...denied("no longer denies", earlier, later),
    ...denied("denies", later, earlier),
  ];
}

/** A right widens an old one if it is that one but for its actions, or but for its resource and condition. */
function gained(right: Right, removed: readonly Right[]): RightChange {
  const was = removed.filter((other) => rightCovers(right, other) && isAkin(right, other));
  return { kind: was.length > 0 ? "widens" : "gains", right, was };
}

/**
 * A removed right is narrowed where an added one lies within it, and lost where none does. An added right is shown as
 * the rest of one removed right only, of the one that is most like it.
 */
function lost(removed: readonly Right[], added: readonly Right[]): RightChange[] {
  const narrowed = added.flatMap((right): RightChange[] => {
    const from = removed.filter((other) => rightCovers(other, right));
    const nearest = from.find((other) => isAkin(right, other)) ?? from[0];
    return nearest === undefined ? [] : [{ kind: "narrows", right, was: [nearest] }];
  });
  const shown = new Set(narrowed.flatMap(({ was }) => was));
  return [
    ...narrowed,
    ...removed
      .filter((right) => !shown.has(right))
      .map((right): RightChange => ({ kind: "loses", right, was: [] })),
  ];
}

function denied(kind: ChangeKind, from: ComparableDocument, to: ComparableDocument): RightChange[] {
  return rightsIn(from, "Deny")
    .filter((right) => !isCovered(right, to.statements))
    .map((right) => ({ kind, right, was: [] }));
}

function isAkin(one: Right, other: Right): boolean {
  const isSame = (name: "action" | "resource" | "conditions") =>
    JSON.stringify(one[name]) === JSON.stringify(other[name]);
  return isSame("action") || (isSame("resource") && isSame("conditions"));
}

function without(rights: readonly Right[], others: readonly Right[]): Right[] {
  const keys = new Set(others.map((right) => JSON.stringify(right)));
  return rights.filter((right) => !keys.has(JSON.stringify(right)));
}
