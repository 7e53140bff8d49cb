import { catalogueActions } from "../../../iam/catalogue/catalogueActions.ts";
import { exceptions, withoutVersion } from "./exceptions.ts";
import { prefixOf } from "./services.ts";

const known = new Map<string, readonly string[]>();

/** More names of events than AWS has: what a file invents must not fill the memory. */
const mostNames = 50_000;

/**
 * The actions that IAM judges for an event, as its catalogue writes them; none where the catalogue holds no such action, as
 * for an operation that needs no right. What is known already is there at once.
 *
 * @param eventSource Such as `s3.amazonaws.com`.
 */
export function actionsOf(
  eventSource: string,
  eventName: string,
): readonly string[] | Promise<readonly string[]> {
  const name = `${eventSource} ${eventName}`;
  return known.get(name) ?? lookUp(name, prefixOf(eventSource), withoutVersion(eventName));
}

async function lookUp(name: string, prefix: string, event: string): Promise<readonly string[]> {
  const named = ownOf(ownOf(exceptions, prefix) ?? {}, event);
  const actions =
    named ?? (await catalogueActions(prefix, plain(event))).map((action) => `${prefix}:${action}`);
  if (known.size < mostNames) known.set(name, actions);
  return actions;
}

/** The names come from files, and must reach nothing that every object has. */
function ownOf<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const plain = (event: string) => event.replace(/[*?]/g, "");
