import { MAX_TAG_CHARACTERS, TAG_TEXT, wantedTagValue } from "./tags.ts";

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const MAX_ROLE_CHARACTERS = 1000;

/** The whole of a description that IAM takes for a role. */
const OF_ROLE = /^[\t\n\r\u0020-\u007e\u00a1-\u00ff]*$/;

const WANT =
  "letters and digits, or what IAM takes in the description of a role: U+0020 to U+007E, U+00A1 to U+00FF, tab, line feed and carriage return";

/** The whole of a description, for the JSON schema. */
export const DESCRIPTION = String.raw`^[\t\n\r\u0020-\u007e\u00a1-\u00ff\p{L}\p{Z}\p{N}]*$`;

/** What is wrong with a description, which the role takes whole, or, where its letters are not those of Latin-1, the tag. */
export function descriptionProblem(description: string): string | undefined {
  const characters = Array.from(description);
  const index = characters.findIndex((one) => !OF_ROLE.test(one) && !TAG_TEXT.test(one));
  const offending = characters[index];
  if (offending !== undefined)
    return `got ${namedCharacter(offending)} at character ${index + 1}, want ${WANT}`;
  const most = OF_ROLE.test(description) ? MAX_ROLE_CHARACTERS : MAX_TAG_CHARACTERS;
  if (characters.length <= most) return undefined;
  const holder = most === MAX_ROLE_CHARACTERS ? "a role" : "a tag, since a role takes Latin-1 alone";
  return `got ${characters.length} characters, want at most ${most}, as many as IAM takes of ${holder}`;
}

function namedCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const seen = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? ` "${character}"` : "";
  return `U+${code}${seen}`;
}

/** The description that a role has: the whole text, and none where IAM does not take all of its letters. */
export function roleDescription(description = ""): string | undefined {
  return description !== "" && OF_ROLE.test(description) ? description : undefined;
}

/** A description as the value of a tag, which takes letters of every script and fewer other characters. */
export function descriptionTag(description: string): string {
  if (wantedTagValue(description) === undefined) return description;
  const cleaned = description
    .replace(/['"]/g, "")
    .replace(/[^\p{L}\p{N}_.:/=+\-@]+/gu, " ")
    .trim();
  return Array.from(cleaned).slice(0, MAX_TAG_CHARACTERS).join("").trimEnd();
}
