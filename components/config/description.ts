import { wantedTagValue } from "./tags.ts";

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const MAX_DESCRIPTION_CHARACTERS = 1000;

const MAX_TAG_CHARACTERS = 256;

/** The whole of a description that IAM takes for a role. */
export const DESCRIPTION = /^[\t\n\r\u0020-\u007e\u00a1-\u00ff]*$/;

/** The first character of a description that IAM does not take, with its place; undefined where all are right. */
export function offendingCharacter(description: string): string | undefined {
  const characters = Array.from(description);
  const index = characters.findIndex((character) => !DESCRIPTION.test(character));
  const character = characters[index];
  if (character === undefined) return undefined;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const seen = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? ` "${character}"` : "";
  return `U+${code}${seen} at character ${index + 1}`;
}

/** A description as the value of a tag, which takes fewer characters. */
export function descriptionTag(description: string): string {
  if (wantedTagValue(description) === undefined) return description;
  return description
    .replace(/['"]/g, "")
    .replace(/[^\p{L}\p{N}_.:/=+\-@]+/gu, " ")
    .trim()
    .slice(0, MAX_TAG_CHARACTERS)
    .trimEnd();
}
