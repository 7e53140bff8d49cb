import type { ReviewedAction } from "../review.ts";

const mostShown = 5;

/** The first few of a list, and how many more there are: `a, b and c`, `a, b, c, d, e and 7 more`. */
export function listed(texts: readonly string[]): string {
  const rest = texts.length - mostShown;
  const parts = rest > 0 ? [...texts.slice(0, mostShown), `${rest} more`] : texts;
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

/** `1 action`, `2 actions`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export function day(time: string): string {
  return time.slice(0, 10);
}

/** That something was not used in the window, and when it was before that, as far as AWS tracks it. */
export function unusedSince(
  names: readonly string[],
  since: string,
  lastUses: readonly (string | undefined)[],
  shown = listed(names),
): string {
  const last = latest(lastUses);
  const before = last === undefined ? "" : `, last on ${day(last)}`;
  return `${shown} ${names.length === 1 ? "was" : "were"} not used since ${day(since)}${before}`;
}

/** Said behind a reason that rests on what events do not show. */
export function byEvents(actions: readonly ReviewedAction[]): string {
  return actions.some(({ by }) => by === "events") ? ", by the events" : "";
}

export function latest(times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
}

/** The actions of one kind of use. */
export function actionsThatAre(use: ReviewedAction["use"], actions: readonly ReviewedAction[]): string[] {
  return actions.filter((action) => action.use === use).map(({ action }) => action);
}
