import { conditionsCover } from "./conditions.ts";
import { actionCovers, isPattern, resourceCovers } from "../patterns/coverage.ts";
import type { Condition, PlainStatement, Scope } from "./statements.ts";

/** The smallest thing that a statement says: one action on one resource. */
export interface Right {
  readonly effect: "Allow" | "Deny";
  readonly action: Scope;
  readonly resource: Scope;
  readonly conditions: readonly Condition[];
}

/** Everything that a statement says, one by one. */
export function rightsOf({ effect, actions, resources, conditions }: PlainStatement): Right[] {
  return actions.flatMap((action) => resources.map((resource) => ({ effect, action, resource, conditions })));
}

/** Whether some single statement says all that a right says. What several say only together counts as not said. */
export function isCovered(right: Right, statements: readonly PlainStatement[]): boolean {
  return statements.some(
    ({ effect, actions, resources, conditions }) =>
      effect === right.effect &&
      actions.some((action) => scopeCovers(action, right.action, actionCovers)) &&
      resources.some((resource) => scopeCovers(resource, right.resource, resourceCovers)) &&
      conditionsCover(conditions, right.conditions),
  );
}

/** Whether one right takes in another. */
export function rightCovers(wide: Right, narrow: Right): boolean {
  return isCovered(narrow, [{ ...wide, actions: [wide.action], resources: [wide.resource] }]);
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
