import type { AccessLevel } from "../catalogue/accessLevels.ts";

/** What became of a right. The first three give more than before, the others take away. */
export const changeKinds = ["no longer denies", "gains", "widens", "narrows", "loses", "denies"] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** One line of a permission diff: what happened to some actions on one resource under one condition. */
export interface Change {
  readonly kind: ChangeKind;
  /** The riskiest first. */
  readonly levels: readonly AccessLevel[];
  /** As the documents write them; a pattern that replaces others says so: `s3:Get* instead of s3:GetObject`. */
  readonly actions: readonly string[];
  /** In short form. */
  readonly resource: string;
  /** The resource before, where it is another one. */
  readonly resourceBefore?: string;
  /** Where the right applies. @default - always */
  readonly condition?: string;
  /** Where it applied before, where that is another place; empty where it applied always. */
  readonly conditionBefore?: string;
}

export function givesMore({ kind }: Change): boolean {
  return changeKinds.indexOf(kind) <= changeKinds.indexOf("widens");
}

/** So many actions are shown. */
export const mostActions = 5;

/** A change as a reviewer reads it: `gains write on s3://orders-assets (s3:PutObject)`. */
export function shownChange(change: Change): string {
  const { kind, levels, actions, resource, resourceBefore, condition, conditionBefore } = change;
  const on = resourceBefore === undefined ? resource : `${resourceBefore} to ${resource}`;
  const more = actions.length > mostActions ? ` and ${actions.length - mostActions} more` : "";
  const shown = `${actions.slice(0, mostActions).join(", ")}${more}`;
  const where = condition === undefined ? "" : ` where ${condition}`;
  return `${kind} ${levels.join(", ")} on ${on}${where}${before(conditionBefore)} (${shown})`;
}

function before(condition: string | undefined): string {
  if (condition === undefined) return "";
  return condition === "" ? ", before everywhere" : `, before only where ${condition}`;
}
