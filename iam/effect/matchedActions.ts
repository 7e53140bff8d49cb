import { catalogueActions } from "../catalogue/catalogueActions.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import { latest } from "../latest.ts";
import type { Pattern } from "../document/policyStatement.ts";
import { type CatalogueAction, catalogueAction } from "./catalogueAction.ts";

const matched = latest<Promise<readonly CatalogueAction[]>>(2_000);

/**
 * The actions of the catalogue that a pattern matches; none where it may match others too: a pattern over several
 * services, an unknown one, and a service or an action that the catalogue does not hold.
 */
export async function matchedActions(pattern: Pattern): Promise<readonly CatalogueAction[]> {
  if (pattern === UNKNOWN) return [];
  const text = pattern.trim().toLowerCase();
  const known = matched.get(text) ?? readActions(text);
  matched.set(text, known);
  return known;
}

async function readActions(pattern: string): Promise<readonly CatalogueAction[]> {
  const [service = "", verb, ...more] = pattern.split(":");
  if (verb === undefined || more.length > 0 || /[*?$]/.test(service) || verb.includes("$")) return [];
  const names = await catalogueActions(service, verb);
  return Promise.all(names.map((name) => catalogueAction(service, name)));
}
