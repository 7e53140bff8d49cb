import { didYouMean } from "../iam/nearest.ts";

/** What is wrong with a key that is none of those known: the one that was meant, or else all. */
export function unknownKey(key: string, known: readonly string[]): string {
  return `unknown key${didYouMean(key, known) || `, want one of ${known.join(", ")}`}`;
}
