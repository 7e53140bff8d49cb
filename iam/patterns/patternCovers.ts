/**
 * Whether one IAM pattern takes in all that another does.
 *
 * Both are written anew, each character followed by a mark that says what may stand for it, so that the plain wildcard
 * matcher cannot take a star of the narrow pattern for one character, nor a policy variable for its own letters.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */

import { arnParts, completeArn } from "./arnParts.ts";
import { matches } from "./wildcards.ts";

/** Characters that no policy document can hold: IAM allows U+0020 to U+00FF. */
const oneCharacter = "\uE001";
const anything = "\uE002";
const ofVariable = "\uE003";
const literalOf: Readonly<Record<string, string>> = { "*": "\uE004", "?": "\uE005", $: "\uE006" };

/** Whether an action pattern takes in all actions of another; actions are compared without case. */
export function actionCovers(wide: string, narrow: string): boolean {
  return textCovers(wide.trim().toLowerCase(), narrow.trim().toLowerCase());
}

/** Whether a resource pattern takes in all resources of another. */
export function resourceCovers(wide: string, narrow: string): boolean {
  return arnCovers(completeArn(wide), completeArn(narrow));
}

/**
 * Whether a pattern of ARNs takes in all of another. IAM compares them part by part; what cannot be compared so is not
 * covered, unless a star at its end reaches over every part that is left.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function arnCovers(wide: string, narrow: string): boolean {
  if (wide === "*" || wide === narrow) return true;
  const parts = arnParts(wide);
  const others = arnParts(narrow);
  if (parts.length < 6) return wide.endsWith("*") && textCovers(wide, narrow);
  return others.length === 6 && parts.every((part, index) => textCovers(part, others[index] ?? ""));
}

/** Whether every text that `narrow` matches is matched by `wide`. False where that is not sure. */
export function textCovers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  // Most texts that are compared are plain, and take in nothing but themselves.
  if (!/[*?$]/.test(wide)) return false;
  if (!wide.includes("$") && !/[*?$]/.test(narrow)) return matches(wide, narrow);
  return matches(spelledOut(wide, "wide"), spelledOut(narrow, "narrow"));
}

/** Whether a pattern can stand for more than one text. */
export function isPattern(text: string): boolean {
  return /[*?]|\$\{/.test(text);
}

function spelledOut(pattern: string, side: "wide" | "narrow"): string {
  return pattern.replace(/\$\{[^}]*\}|[^]/g, (token) => {
    if (token.length > 1) return spelledVariable(token);
    if (side === "narrow" && token === "*") return `*${anything}`;
    // To the plain matcher a question mark of the narrow side is a character like any other, and no letter.
    if (token === "*") return token;
    return `${token}${oneCharacter}`;
  });
}

/** `${*}`, `${?}` and `${$}` are characters; any other variable equals nothing but itself. */
function spelledVariable(variable: string): string {
  const literal = literalOf[variable.slice(2, -1)];
  if (literal !== undefined) return `${literal}${oneCharacter}`;
  return Array.from(variable, (letter) => `${literalOf[letter] ?? letter}${ofVariable}`).join("");
}
