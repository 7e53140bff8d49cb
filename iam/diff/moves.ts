import { isCovered, type Right, rightCovers } from "./coverage.ts";
import type { ChangeKind } from "./change.ts";
import type { PlainDocument } from "./statements.ts";
import { rightsIn } from "./widens.ts";

/** A right that came, went or changed, with the ones whose place it took. */
export interface Move {
  readonly kind: ChangeKind;
  readonly right: Right;
  readonly was: readonly Right[];
}

/** What two documents allow and deny differently, right by right. */
export function movesBetween(earlier: PlainDocument, later: PlainDocument): Move[] {
  const old = rightsIn(earlier, "Allow");
  const fresh = rightsIn(later, "Allow");
  const gone = without(old, fresh);
  const come = without(fresh, old);
  return [
    ...come.filter((right) => !isCovered(right, earlier.statements)).map((right) => gained(right, gone)),
    ...lost(
      gone.filter((right) => !isCovered(right, later.statements)),
      come,
    ),
    ...denied("no longer denies", earlier, later),
    ...denied("denies", later, earlier),
  ];
}

/** A right widens an old one if it is that one but for its actions, or but for its resource and condition. */
function gained(right: Right, gone: readonly Right[]): Move {
  const was = gone.filter((other) => rightCovers(right, other) && isAkin(right, other));
  return { kind: was.length > 0 ? "widens" : "gains", right, was };
}

/** What is left of a right shows it as narrowed, unless it is the rest of a right that is more like it. */
function lost(gone: readonly Right[], come: readonly Right[]): Move[] {
  const narrowed = come.flatMap((right): Move[] => {
    const from = gone.filter((other) => rightCovers(other, right));
    const nearest = from.find((other) => isAkin(right, other)) ?? from[0];
    return nearest === undefined ? [] : [{ kind: "narrows", right, was: [nearest] }];
  });
  const shown = new Set(narrowed.flatMap(({ was }) => was));
  return [
    ...narrowed,
    ...gone.filter((right) => !shown.has(right)).map((right): Move => ({ kind: "loses", right, was: [] })),
  ];
}

function denied(kind: ChangeKind, from: PlainDocument, to: PlainDocument): Move[] {
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
