import { entropy } from "./entropy.ts";

/**
 * Key ids: long-term, temporary, service bearer token, context-specific credential, and the old `A3T` form. The other
 * prefixes (`AROA`, `AIPA`, `AIDA`, …) name roles, profiles and users and are no credentials.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
 */
export const keyIdPattern = "(?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}";

/** `\b` would let an underscore hide a key, so the neighbours are checked instead. */
const keyId = new RegExp(`(?<![A-Za-z0-9])${keyIdPattern}(?![A-Za-z0-9])`, "g");

/** Every access key id that stands in a text as it is. */
export function* keyIdsIn(text: string): Generator<string> {
  for (const [id] of text.matchAll(keyId)) if (isReal(id)) yield id;
}

/** AWS's documentation ends its ids in EXAMPLE; placeholders repeat one letter or two. */
function isReal(id: string): boolean {
  return !id.endsWith("EXAMPLE") && entropy(id) >= 3;
}
