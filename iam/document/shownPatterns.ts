import { UNKNOWN } from "./unknownValue.ts";
import type { Pattern } from "./policyStatement.ts";

const mostShown = 5;
const longest = 120;

/** A pattern as a message shows it: quoted, and cut where it is long. */
export function shownPattern(pattern: Pattern): string {
  if (pattern === UNKNOWN) return "a value unknown at preview";
  return JSON.stringify(pattern.length > longest ? `${pattern.slice(0, longest)}…` : pattern);
}

/** Patterns as a message shows them: the first few, and how many more there are. */
export function shownPatterns(patterns: readonly Pattern[]): string {
  const shown = patterns.slice(0, mostShown).map(shownPattern).join(", ");
  return patterns.length > mostShown ? `${shown} and ${patterns.length - mostShown} more` : shown;
}
