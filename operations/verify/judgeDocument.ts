import { type PolicyDocument, policyDocument } from "../../iam/document/readDocument.ts";
import { diffDocuments, type PermissionDiff, shownChange } from "../../iam/diff/index.ts";
import { sameJson } from "./sameJson.ts";

const mostShown = 3;

/**
 * How a document in force differs from the declared one, in words such as `a version that gains write on …`; undefined where
 * it says the same, in whatever words.
 */
export async function differenceFrom(declared: string, inForce: string): Promise<string | undefined> {
  if (sameJson(declared, inForce)) return undefined;
  return shownDifference(
    await diffDocuments(declared, inForce),
    policyDocument(declared),
    policyDocument(inForce),
  );
}

/**
 * Rights that changed come first. The version of the policy language is more than a word: only in 2012-10-17 is
 * `${aws:username}` a variable.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export function shownDifference(
  { changes, doubts }: PermissionDiff,
  { version: want }: Pick<PolicyDocument, "version">,
  { version: got }: Pick<PolicyDocument, "version">,
): string | undefined {
  if (changes.length > 0) {
    const more = changes.length > mostShown ? `, and ${changes.length - mostShown} more` : "";
    return `a version that ${changes.slice(0, mostShown).map(shownChange).join(", ")}${more}`;
  }
  if (got !== want) return `a version in the policy language of ${got}, not of ${want}`;
  return doubts.length > 0 ? `a version that cannot be read in full: ${doubts.join("; ")}` : undefined;
}
