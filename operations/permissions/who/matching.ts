import type { PolicyStatement } from "../../../iam/document/policyStatement.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import { arnPartsOf } from "../../../iam/effect/arnParts.ts";
import type { CatalogueAction } from "../../../iam/effect/catalogueAction.ts";
import { resourcesMeet } from "../../../iam/effect/resourcesMeet.ts";
import { takesAnyOf } from "../../../iam/effect/takesResource.ts";
import { resourceCovers } from "../../../iam/patterns/patternCovers.ts";
import { matches } from "../../../iam/patterns/wildcards.ts";
import type { Question } from "./question.ts";

/** What a statement and a question have in common. */
export interface Match {
  /** The statement's own patterns, as it writes them. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** The statement with nothing but what was asked. */
  readonly narrowed: PolicyStatement;
}

type Matcher = (statement: PolicyStatement) => Match | undefined;

/**
 * Finds what was asked in statements; undefined for one that has nothing of it. What was found of one pattern is kept: workloads of the
 * same kind have the same ones.
 *
 * @param asked ARN patterns; none for any resource.
 */
export function matcherFor({ actions: wanted }: Question, asked: readonly string[]): Matcher {
  const named = new Map<string, readonly CatalogueAction[]>();
  const namedBy = (pattern: string) => {
    const known = named.get(pattern);
    if (known !== undefined) return known;
    const lower = pattern.trim().toLowerCase();
    const found = (wanted ?? []).filter(({ name }) => matches(lower, name.toLowerCase()));
    named.set(pattern, found);
    return found;
  };
  return (statement) => {
    const actions = statement.actions.filter((action) => action !== UNKNOWN);
    const excluded = statement.notActions.filter((action) => action !== UNKNOWN);
    const own = wanted === undefined ? actions : actions.filter((action) => namedBy(action).length > 0);
    const without = new Set(excluded.flatMap((action) => namedBy(action)));
    const isRest = statement.notActions.length > 0;
    if (own.length === 0 && !isRest) return undefined;
    const names = [
      ...own.flatMap((action) => namedBy(action)),
      ...(isRest ? (wanted ?? []).filter((action) => !without.has(action)) : []),
    ];
    if (wanted !== undefined && names.length === 0) return undefined;
    const places = placesIn(statement, asked);
    const taking = places.flatMap((place) => {
      const taken = names.filter(takes(place.narrow));
      return wanted === undefined || taken.length > 0 ? [{ ...place, taken }] : [];
    });
    if (taking.length === 0) return undefined;
    const taken = [...new Set(taking.flatMap((place) => place.taken.map(({ name }) => name)))];
    return {
      actions: isRest ? [`all but ${excluded.join(", ")}`] : own,
      resources: taking.map(({ own: pattern }) => pattern),
      narrowed: {
        ...statement,
        actions: wanted === undefined ? (isRest ? ["*"] : own) : taken,
        notActions: [],
        resources: [...new Set(taking.flatMap(({ narrow }) => narrow))],
        notResources: [],
      },
    };
  };
}

interface AskedPlace {
  /** The pattern of the statement. */
  readonly own: string;
  /** What of it was asked for. */
  readonly narrow: readonly string[];
}

function placesIn({ resources, notResources }: PolicyStatement, asked: readonly string[]): AskedPlace[] {
  const named = resources
    .filter((resource) => resource !== UNKNOWN)
    .flatMap((own) => {
      const narrow = asked.length === 0 ? [own] : asked.flatMap((one) => commonOf(own, one));
      return narrow.length > 0 ? [{ own, narrow }] : [];
    });
  if (notResources.length === 0) return named;
  const left = (asked.length === 0 ? ["*"] : asked).filter(
    (one) => !notResources.some((other) => other !== UNKNOWN && resourceCovers(other, one)),
  );
  const own = `all but ${notResources.map(String).join(", ")}`;
  return left.length > 0 ? [...named, { own, narrow: left }] : named;
}

/** The smaller of two patterns where one takes in the other, and the first where they only share something. */
function commonOf(own: string, asked: string): string[] {
  if (resourceCovers(asked, own)) return [own];
  if (resourceCovers(own, asked)) return [asked];
  return resourcesMeet(own, asked) ? [own] : [];
}

/** Whether an action can be asked for on any of some resources: `s3:PutObject` not on a bucket itself. */
function takes(resources: readonly string[]): (action: CatalogueAction) => boolean {
  const parts = resources.map(arnPartsOf).filter((part) => part !== undefined);
  return parts.length < resources.length ? () => true : takesAnyOf(parts);
}
