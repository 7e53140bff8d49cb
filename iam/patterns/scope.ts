import type { Pattern } from "../document/policyStatement.ts";
import { variablesIn } from "./variables.ts";
import { actionCovers, isPattern, resourceCovers } from "./patternCovers.ts";

/** One action or resource pattern, or all that some patterns leave out (`NotAction`, `NotResource`). */
export type Scope = { readonly is: string } | { readonly not: readonly string[] };

/** What an element and its negative name, each pattern for itself. What is unknown at preview names nothing yet. */
export function scopesOf(patterns: readonly Pattern[], excluded: readonly Pattern[]): Scope[] {
  const known = (list: readonly Pattern[]) => list.filter((pattern) => typeof pattern === "string");
  return [
    ...known(patterns).map((is) => ({ is })),
    ...(excluded.length > 0 ? [{ not: known(excluded).sort() }] : []),
  ];
}

/** The service of an action pattern; a star where it is of any. */
export function serviceOf(action: Scope): string {
  return "is" in action && action.is.includes(":") ? (action.is.split(":")[0] ?? "*") : "*";
}

/** A scope as a message shows it. */
export function shownScope(scope: Scope): string {
  return "is" in scope ? scope.is : `all but ${scope.not.join(", ")}`;
}

/** Whether one scope of actions takes in another. */
export function actionsCover(wide: Scope, narrow: Scope): boolean {
  return scopeCovers(wide, narrow, actionCovers);
}

/** Whether one scope of resources takes in another. */
export function resourcesCover(wide: Scope, narrow: Scope): boolean {
  return scopeCovers(wide, narrow, resourceCovers) && variablesLeftOut(wide, narrow);
}

/**
 * Where a request has no value for a variable, AWS may take a statement that leaves it out for invalid: such a one takes in only
 * what names the same variables.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
 */
function variablesLeftOut(wide: Scope, narrow: Scope): boolean {
  if ("is" in wide) return true;
  const named = "is" in narrow ? [] : narrow.not.flatMap(variablesIn);
  return wide.not.flatMap(variablesIn).every((variable) => named.includes(variable));
}

function scopeCovers(wide: Scope, narrow: Scope, covers: (wide: string, narrow: string) => boolean): boolean {
  if ("is" in wide) {
    const { is } = wide;
    return "is" in narrow ? covers(is, narrow.is) : /^\*+$/.test(is);
  }
  // Whatever the wide one leaves out has to be left out by the narrow one too.
  if ("not" in narrow) return wide.not.every((pattern) => narrow.not.some((other) => covers(other, pattern)));
  const { is } = narrow;
  return !isPattern(is) && !wide.not.some((pattern) => isVariable(pattern) || covers(pattern, is));
}

/** A variable that is left out could be anything. */
const isVariable = (pattern: string) => pattern.includes("${");
