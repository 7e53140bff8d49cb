import type { Finding } from "../finding.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import {
  areOpenResources,
  coverServices,
  isOpenAction,
  isOpenResource,
  overServices,
} from "./openPatterns.ts";
import type { ElementName, PolicyStatement, Problem } from "../document/policyStatement.ts";
import { type ReadDocument, readOnce } from "../document/readDocument.ts";
import { shownPattern, shownPatterns } from "../document/shownPatterns.ts";

const narrow = {
  want: "the actions and the resources that the workload needs",
  fix: "list them one by one",
};

/**
 * Every way in which one identity policy document grants everything, or cannot be judged. Parts that are unknown at
 * preview are passed over: another policy reports them.
 *
 * @param services Every service prefix of IAM.
 */
export function findStarGrants(
  document: unknown,
  at: string,
  services: readonly string[],
): Generator<Finding> {
  return starGrantsIn(readOnce(document, at), services);
}

/** The same for a document that was read already. */
export function* starGrantsIn(
  { at, readings }: ReadDocument,
  services: readonly string[],
): Generator<Finding> {
  const allows: PolicyStatement[] = [];
  for (const reading of readings) {
    if (reading.kind !== "statement") yield* findMalformed([reading]);
    else if (reading.statement.effect === "Allow") {
      allows.push(reading.statement);
      yield* findMalformed(reading.statement.problems);
      yield* findStatementGrants(reading.statement);
    }
  }
  yield* findUnionGrants(allows, at, services);
}

/** A Condition excuses no grant of everything, so it is no matter here what stands in one. */
const granting = new Set<ElementName | undefined>([
  undefined,
  ...(["Statement", "Effect", "Action", "NotAction", "Resource", "NotResource"] as const),
]);

function* findMalformed(problems: readonly Problem[]): Generator<Finding> {
  for (const { kind, at, found, element } of problems) {
    if (kind === "unknown" || !granting.has(element)) continue;
    yield {
      at,
      got: found,
      want: "an identity policy document as IAM defines it",
      fix: "write Statement, Effect, Action and Resource as the IAM policy grammar has them",
    };
  }
}

/** What one Allow statement grants on everything. */
function* findStatementGrants(allow: PolicyStatement): Generator<Finding> {
  const { at } = allow;
  const open = allow.actions.filter((action) => action !== UNKNOWN && isOpenAction(action));
  if (open.length === 0 && allow.notActions.length === 0) return;
  const target = openTarget(allow);
  if (target === undefined) return;
  for (const action of open) yield { at, got: `Allow ${shownPattern(action)} ${target}`, ...narrow };
  if (allow.notActions.length > 0) {
    yield { at, got: `Allow NotAction ${shownPatterns(allow.notActions)} ${target}`, ...narrow };
  }
}

/** Whether statements grant every service together, which none of them does alone. */
export function* findUnionGrants(
  allows: readonly PolicyStatement[],
  at: string,
  services: readonly string[],
): Generator<Finding> {
  const actions = allows.flatMap((allow) => {
    // Open ones are reported with their statement.
    const wide = allow.actions.filter(
      (action) => action !== UNKNOWN && action.includes("*") && !isOpenAction(action),
    ) as string[];
    return wide.length > 0 && openTarget(allow) !== undefined ? wide : [];
  });
  if (actions.length === 0) return;
  if (coverServices(actions, services)) {
    yield { at, got: `Allow of every action of all ${services.length} services`, ...narrow };
  }
}

/** What makes the resources of a statement open, in words; undefined when they are not. */
export function openTarget({ resources, notResources }: PolicyStatement): string | undefined {
  if (notResources.length > 0) return `with NotResource ${shownPatterns(notResources)}`;
  const wide = overServices(resources);
  const open = wide.find(isOpenResource);
  if (open !== undefined) return `on ${shownPattern(open)}`;
  if (!areOpenResources(wide)) return undefined;
  return `on ${shownPatterns(resources.filter((resource) => resource !== UNKNOWN))}`;
}
