import type { PolicyStatement } from "../../../iam/document/policyStatement.ts";
import { withSecretsOpen } from "../../../components/config/stackFile/secret.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import { arnPartsOf } from "../../../iam/effect/arnParts.ts";
import type { CatalogueAction } from "../../../iam/effect/catalogueAction.ts";
import { matchedActions } from "../../../iam/effect/matchedActions.ts";
import { resourcesMeet } from "../../../iam/effect/resourcesMeet.ts";
import { takesAnyOf } from "../../../iam/effect/takesResource.ts";
import { resourceCovers } from "../../../iam/patterns/patternCovers.ts";
import { serviceOf } from "../../../iam/patterns/scope.ts";
import { matches } from "../../../iam/patterns/wildcards.ts";
import type { Asked, Question } from "./question.ts";

/** What a statement and a question have in common. */
export interface Match {
  /** The statement's own patterns, as it writes them. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** The statement with nothing but what was asked. */
  readonly narrowed: PolicyStatement;
}

/** Finds what was asked in a statement; undefined where there is nothing of it. */
export type Matcher = (statement: PolicyStatement) => Promise<Match | undefined>;

/**
 * Finds what was asked in the statements of a stack. What was found of one pattern is kept: workloads of the same kind have the same
 * ones.
 *
 * @param asked The resource; undefined for any.
 */
export function matcherFor({ actions: wanted }: Question, asked: Asked | undefined): Matcher {
  const named = new Map<string, readonly CatalogueAction[]>();
  const namedBy = async (pattern: string): Promise<readonly CatalogueAction[]> => {
    if (wanted === undefined) return matchedActions(pattern);
    const known = named.get(pattern);
    if (known !== undefined) return known;
    const lower = pattern.trim().toLowerCase();
    const found = wanted.filter(({ name }) => matches(lower, name.toLowerCase()));
    named.set(pattern, found);
    return found;
  };
  return async (statement) => {
    const { notActions } = statement;
    if (notActions.length > 0) {
      const excluded = notActions.filter((action) => action !== UNKNOWN);
      const without = new Set((await Promise.all(excluded.map(namedBy))).flat());
      const left = (wanted ?? []).filter((action) => !without.has(action));
      if (wanted !== undefined && left.length === 0) return undefined;
      const rest = { pattern: "*", names: left };
      return matchOf(statement, [rest], asked, [`all but ${excluded.join(", ")}`]);
    }
    const own = [];
    for (const pattern of statement.actions) {
      if (pattern === UNKNOWN) continue;
      const names = await namedBy(pattern);
      if (wanted === undefined || names.length > 0) own.push({ pattern, names });
    }
    return matchOf(statement, own, asked);
  };
}

/** An action pattern of a statement, and those of the catalogue that are meant; none where it is over several services. */
interface AskedActions {
  readonly pattern: string;
  readonly names: readonly CatalogueAction[];
}

function matchOf(
  statement: PolicyStatement,
  own: readonly AskedActions[],
  asked: Asked | undefined,
  shown?: readonly string[],
): Match | undefined {
  // Most statements are about something else, and resources take time to compare.
  if (own.length === 0) return undefined;
  const actions = new Set<string>();
  const [patterns, resources, narrow] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const places = placesIn(statement, own, asked);
  for (const { pattern, names } of own)
    for (const place of places) {
      const taken = names.filter(takes(place.narrow));
      // What only `*` is asked for is allowed on no single resource.
      if (names.length > 0 && taken.length === 0) continue;
      patterns.add(pattern);
      resources.add(place.own);
      for (const resource of place.narrow) narrow.add(resource);
      for (const { name } of taken) actions.add(name);
      if (names.length === 0) actions.add(pattern);
    }
  if (resources.size === 0) return undefined;
  return {
    actions: shown ?? [...patterns],
    resources: [...resources],
    narrowed: {
      ...statement,
      ...{ actions: [...actions], notActions: [], resources: [...narrow], notResources: [] },
    },
  };
}

interface AskedPlace {
  /** The pattern of the statement. */
  readonly own: string;
  /** What of it was asked for. */
  readonly narrow: readonly string[];
}

function placesIn(
  { resources, notResources }: PolicyStatement,
  actions: readonly AskedActions[],
  asked: Asked | undefined,
): AskedPlace[] {
  const services = [...new Set(actions.flatMap(servicesOf))];
  const named = resources
    .filter((resource) => resource !== UNKNOWN)
    .flatMap((own) => {
      const means = withSecretsOpen(own);
      const narrow = asked?.(means, services).flatMap((one) => commonOf(means, one)) ?? [means];
      return narrow.length > 0 ? [{ own, narrow }] : [];
    });
  if (notResources.length === 0) return named;
  const left = (asked?.("*", services) ?? ["*"]).filter(
    (one) => !notResources.some((other) => other !== UNKNOWN && resourceCovers(other, one)),
  );
  const own = `all but ${notResources.map(String).join(", ")}`;
  return left.length > 0 ? [...named, { own, narrow: left }] : named;
}

const servicesOf = ({ pattern, names }: AskedActions) =>
  names.length > 0 ? names.map(({ service }) => service) : [serviceOf({ is: pattern })];

/** The smaller of two patterns where one takes in the other, and the first where they only share something. */
function commonOf(own: string, asked: string): string[] {
  if (resourceCovers(asked, own)) return [own];
  if (resourceCovers(own, asked)) return [asked];
  return resourcesMeet(asked, own) ? [own] : [];
}

/** Whether an action can be asked for on any of some resources: `s3:PutObject` not on a bucket itself. */
function takes(resources: readonly string[]): (action: CatalogueAction) => boolean {
  const parts = resources.map(arnPartsOf).filter((part) => part !== undefined);
  return parts.length < resources.length ? () => true : takesAnyOf(parts);
}
