import { alternatives, conditionsCover } from "../conditions/conditionsCover.ts";
import type { ConditionTest, PolicyStatement } from "../document/policyStatement.ts";
import { actionsCover, resourcesCover, type Scope, scopesOf } from "../patterns/scope.ts";

/** What a statement says of each of its actions on each of its resources. */
export interface StatementRights {
  readonly effect: PolicyStatement["effect"];
  readonly actions: readonly Scope[];
  readonly resources: readonly Scope[];
  readonly conditions: readonly ConditionTest[];
}

/** The smallest thing that a statement says: one action on one resource. */
export interface Right {
  readonly effect: PolicyStatement["effect"];
  readonly action: Scope;
  readonly resource: Scope;
  readonly conditions: readonly ConditionTest[];
}

export function statementRights(statement: PolicyStatement): StatementRights {
  const { effect, actions, notActions, resources, notResources, conditions } = statement;
  return {
    effect,
    actions: scopesOf(actions, notActions),
    resources: scopesOf(resources, notResources),
    conditions,
  };
}

/** Everything that a statement says, one by one. */
export function eachRight({ effect, actions, resources, conditions }: StatementRights): Right[] {
  return actions.flatMap((action) => resources.map((resource) => ({ effect, action, resource, conditions })));
}

/**
 * Whether statements say all that a right says, each value of its conditions in a single one of them. What several say only together
 * in other ways counts as not said.
 */
export function isCovered(right: Right, statements: readonly StatementRights[]): boolean {
  if (isCoveredByOne(right, statements)) return true;
  const parts = alternatives(right.conditions);
  return (
    parts.length > 1 && parts.every((conditions) => isCoveredByOne({ ...right, conditions }, statements))
  );
}

function isCoveredByOne(right: Right, statements: readonly StatementRights[]): boolean {
  return statements.some(
    ({ effect, actions, resources, conditions }) =>
      effect === right.effect &&
      actions.some((action) => actionsCover(action, right.action)) &&
      resources.some((resource) => resourcesCover(resource, right.resource)) &&
      conditionsCover(conditions, right.conditions),
  );
}

/** Whether one right takes in another. */
export function rightCovers(wide: Right, narrow: Right): boolean {
  return isCovered(narrow, [{ ...wide, actions: [wide.action], resources: [wide.resource] }]);
}

/** Whether statements say everything that others say, right by right. */
export function statementsCover(
  wide: readonly PolicyStatement[],
  narrow: readonly PolicyStatement[],
): boolean {
  return rightsCover(wide.map(statementRights), narrow.map(statementRights).flatMap(eachRight));
}

/** The same, of statements that were taken apart before: whoever compares many pairs does it once. */
export function rightsCover(wide: readonly StatementRights[], narrow: readonly Right[]): boolean {
  return narrow.every((right) => isCovered(right, wide));
}
