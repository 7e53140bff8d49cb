import type { Finding } from "./finding";
import { coversService, isOpenAction, isOpenResource } from "./openPatterns";
import { type AllowStatement, type Pattern, readDocument } from "./policyDocument";
import { UNKNOWN } from "./unknownValue";

/** What `findStarGrants` needs to know besides the document. */
export interface StarGrantOptions {
  /** Every service prefix of IAM. */
  readonly services: readonly string[];
  /** Let pass what is unknown at preview; it is judged when it is deployed. */
  readonly allowUnknown: boolean;
}

const wantNarrow = "the actions and the resources that the workload needs";
const wantReadable =
  "an identity policy document with Statement, Effect, Action and Resource as IAM defines them";

/** How to make a document known at preview. One unknown makes a whole JSON text unknown. */
export const wantLiteral =
  "a literal, built from plain strings (account id, names, paths) and not from outputs of other resources";

/** Every way in which one identity policy document grants everything, or cannot be shown not to. */
export function* findStarGrants(
  document: unknown,
  at: string,
  options: StarGrantOptions,
): Generator<Finding> {
  const allows: AllowStatement[] = [];
  for (const reading of readDocument(document, at)) {
    if (reading.kind === "malformed") {
      yield { at: reading.at, found: reading.found, want: wantReadable };
    } else if (reading.kind === "unknown") {
      if (!options.allowUnknown) yield { at: reading.at, found: "unknown at preview", want: wantLiteral };
    } else {
      allows.push(reading.statement);
      yield* judgeStatement(reading.statement, reading.at, options);
    }
  }
  yield* judgeUnion(allows, at, options);
}

function* judgeStatement(
  allow: AllowStatement,
  at: string,
  { allowUnknown }: StarGrantOptions,
): Generator<Finding> {
  const target = openTarget(allow, allowUnknown);
  if (target === undefined) return;
  for (const action of allow.actions) {
    if (action === UNKNOWN) {
      if (!allowUnknown) yield { at, found: `Allow ${shown(action)} ${target.text}`, want: wantLiteral };
    } else if (isOpenAction(action)) {
      yield { at, found: `Allow ${shown(action)} ${target.text}`, want: target.want };
    }
  }
  if (allow.notActions.length > 0) {
    const actions = allow.notActions.map(shown).join(", ");
    yield { at, found: `Allow NotAction ${actions} ${target.text}`, want: target.want };
  }
}

function* judgeUnion(
  allows: readonly AllowStatement[],
  at: string,
  { services, allowUnknown }: StarGrantOptions,
): Generator<Finding> {
  const actions = allows
    .filter((allow) => openTarget(allow, allowUnknown) !== undefined)
    .flatMap((allow) => allow.actions)
    .filter((action) => typeof action === "string")
    .filter((action) => !isOpenAction(action)); // Reported with its statement already.
  if (actions.length === 0) return;
  if (services.every((service) => actions.some((action) => coversService(action, service)))) {
    yield { at, found: `Allow of every action of all ${services.length} services`, want: wantNarrow };
  }
}

/** What makes the resources of a statement open, in words; undefined when they are not. */
function openTarget(
  { resources, notResources }: AllowStatement,
  allowUnknown: boolean,
): { text: string; want: string } | undefined {
  if (notResources.length > 0) {
    return { text: `with NotResource ${notResources.map(shown).join(", ")}`, want: wantNarrow };
  }
  const open = resources.find((resource) => resource !== UNKNOWN && isOpenResource(resource));
  if (open !== undefined) return { text: `on ${shown(open)}`, want: wantNarrow };
  // With an action that is open too, the unknown resource is what the verdict hangs on.
  if (allowUnknown || !resources.includes(UNKNOWN)) return undefined;
  return { text: `on ${shown(UNKNOWN)}`, want: wantLiteral };
}

function shown(pattern: Pattern): string {
  return pattern === UNKNOWN ? "a value unknown at preview" : JSON.stringify(pattern);
}
