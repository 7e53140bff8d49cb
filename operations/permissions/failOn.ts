import { InvalidArgumentError, Option } from "commander";

/** What a command can be asked to end with 1 for. */
export const failures = ["refused", "risky", "unknown"] as const;

export type FailureWord = (typeof failures)[number];

/** `--fail-on`, a list of words with commas between them. */
export const failOnOption = (otherwise: readonly FailureWord[]): Option =>
  new Option(
    "--fail-on <words>",
    `what to end with 1 for, with commas between: ${failures.join(", ")}, or none`,
  )
    .argParser(failureWords)
    .default(otherwise, otherwise.length === 0 ? "none" : otherwise.join(","));

function failureWords(text: string): FailureWord[] {
  const words = text.split(",").map((word) => word.trim());
  if (words.length === 1 && words[0] === "none") return [];
  const isKnown = (word: string): word is FailureWord => failures.some((known) => known === word);
  if (words.every(isKnown)) return [...new Set(words)];
  throw new InvalidArgumentError(`Allowed words are ${failures.join(", ")}, or none alone.`);
}
