import { conditionsHold, type RequestContext } from "../conditions/conditionsHold.ts";
import type { Pattern, PolicyStatement } from "../document/policyStatement.ts";
import { completeArn } from "../patterns/arnParts.ts";
import { matches } from "../patterns/wildcards.ts";

/**
 * Whether statements say that an action on a resource is allowed: an Allow names it, and no Deny does. IAM compares
 * actions without regard to case and ARNs with it.
 */
export function permits(
  statements: readonly PolicyStatement[],
  action: string,
  resource: string,
  context: RequestContext = {},
): boolean {
  const applying = applyingTo(statements, action, resource, context);
  return applying.length > 0 && applying.every(({ effect }) => effect === "Allow");
}

/** Whether a Deny names an action on a resource. */
export function forbids(
  statements: readonly PolicyStatement[],
  action: string,
  resource: string,
  context: RequestContext = {},
): boolean {
  return applyingTo(statements, action, resource, context).some(({ effect }) => effect === "Deny");
}

function applyingTo(
  statements: readonly PolicyStatement[],
  action: string,
  resource: string,
  context: RequestContext,
): PolicyStatement[] {
  return statements.filter(
    ({ actions, notActions, resources, notResources, conditions }) =>
      isNamed(action.toLowerCase(), actions.map(lower), notActions.map(lower)) &&
      isNamed(resource, resources.map(complete), notResources.map(complete)) &&
      conditionsHold(conditions, context),
  );
}

const lower = (pattern: Pattern): Pattern => (typeof pattern === "string" ? pattern.toLowerCase() : pattern);
const complete = (pattern: Pattern): Pattern =>
  typeof pattern === "string" ? completeArn(pattern) : pattern;

/** Whether a text is named by an element, or left by its negative. */
function isNamed(text: string, patterns: readonly Pattern[], excluded: readonly Pattern[]): boolean {
  const among = (list: readonly Pattern[]) =>
    list.some((pattern) => typeof pattern === "string" && matches(pattern, text));
  return among(patterns) || (excluded.length > 0 && !among(excluded));
}

/** One text that a pattern matches. A resource that is `*` as a whole stays so: it stands for "no particular one". */
export function sampleOf(pattern: string): string {
  return pattern === "*" ? pattern : pattern.replaceAll("*", "proof").replaceAll("?", "x");
}
