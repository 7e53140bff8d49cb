import { shownPattern, shownPatterns } from "../document/shownPatterns.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import type { Pattern, PolicyStatement } from "../document/policyStatement.ts";
import { resourceCovers } from "../patterns/patternCovers.ts";
import { matches } from "../patterns/wildcards.ts";
import { arnPartsOf } from "./arnParts.ts";
import type { CatalogueAction } from "./catalogueAction.ts";
import type { Ineffective } from "./ineffective.ts";
import { matchedActions } from "./matchedActions.ts";
import { asForm, patternsMeet } from "./patternsMeet.ts";
import { takesAnyOf } from "./takesResource.ts";

/** The statements of a permissions boundary. */
export type Boundary = readonly PolicyStatement[];

/**
 * The actions of an Allow statement of which a permissions boundary leaves nothing: none of its Allow statements has them on any of
 * the resources, or a Deny without conditions has them on all. A right is in force only where the boundary allows it too.
 *
 * @param boundaries - every statement of the boundary, once for each that an identity with the statement has; at least one
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export async function* cutOff(
  statement: PolicyStatement,
  boundaries: readonly Boundary[],
): AsyncGenerator<Ineffective> {
  const taken = takenOf(statement.resources);
  for (const [index, pattern] of statement.actions.entries()) {
    const actions = await matchedActions(pattern);
    if (actions.length === 0) continue;
    const isKept = (action: CatalogueAction, boundary: Boundary) => isWithin(action, taken(action), boundary);
    if (actions.some((action) => boundaries.some((boundary) => isKept(action, boundary)))) continue;
    yield {
      path: ["Action", index],
      value: shownPattern(pattern),
      does: `on ${shownPatterns(statement.resources)}, which the permissions boundary never allows`,
      want: "a right within the boundary",
    };
  }
}

/** Tells which of some resources an action takes; all of them where it takes none, which is another fault. */
function takenOf(resources: readonly Pattern[]): (action: CatalogueAction) => readonly Pattern[] {
  const takes = resources.map((resource) => {
    const parts = resource === UNKNOWN ? undefined : arnPartsOf(resource);
    return parts === undefined ? () => true : takesAnyOf([parts]);
  });
  return (action) => {
    const taken = resources.filter((_, index) => takes[index]?.(action));
    return taken.length > 0 ? taken : resources;
  };
}

function isWithin({ name }: CatalogueAction, resources: readonly Pattern[], boundary: Boundary): boolean {
  const action = name.toLowerCase();
  const about = boundary.filter(({ actions, notActions }) => isAmong(action, actions, notActions));
  const allows = about.some((other) => other.effect === "Allow" && mayShare(resources, other.resources));
  return allows && !about.some((other) => other.effect === "Deny" && takesAll(other, resources));
}

/** True where the boundary's pattern is not known, since it may be the action. */
function isAmong(action: string, patterns: readonly Pattern[], excluded: readonly Pattern[]): boolean {
  const among = (list: readonly Pattern[]) =>
    list.some((pattern) => pattern === UNKNOWN || matches(pattern.trim().toLowerCase(), action));
  return among(patterns) || (excluded.length > 0 && !excluded.includes(UNKNOWN) && !among(excluded));
}

/** Whether some resource may be one of both lists. True where that is not sure, as with NotResource, which has no list. */
function mayShare(resources: readonly Pattern[], others: readonly Pattern[]): boolean {
  if (resources.length === 0 || others.length === 0) return true;
  return resources.some((one) =>
    others.some((two) => one === UNKNOWN || two === UNKNOWN || patternsMeet(asForm(two), one)),
  );
}

/** Whether a Deny takes every one of some resources, whatever the request. */
function takesAll(deny: PolicyStatement, resources: readonly Pattern[]): boolean {
  if (deny.conditions.length > 0 || deny.actions.includes(UNKNOWN) || resources.length === 0) return false;
  return resources.every((resource) =>
    deny.resources.some(
      (other) => other !== UNKNOWN && resource !== UNKNOWN && resourceCovers(other, resource),
    ),
  );
}
