import { visibleText } from "./visibleText.ts";

/** Splits what would be a reference, and is not seen. */
const apart = "\u200b";

/**
 * What GitHub makes links, mentions and notifications of where it stands in a comment as it is, each with a place to split
 * it at. An escape in Markdown does not help: GitHub looks at the text that comes out of it. None asks where a word begins:
 * behind an underscore one begins to GitHub, and none to `\b`.
 *
 * @see https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
const references: readonly (readonly [pattern: RegExp, split: (found: string) => string])[] = [
  // Mentions, teams, mail addresses and user@SHA.
  [/@/g, (found) => found + apart],
  // #1, owner/repository#1.
  [/#/g, (found) => found + apart],
  [/GH-(?=\d)/gi, (found) => found + apart],
  [/(?:https?|ftp):(?=\/\/)/gi, (found) => found + apart],
  [/(?:mailto|xmpp):/gi, (found) => found + apart],
  [/www(?=\.)/gi, (found) => found + apart],
  // Commits have 7 to 40 digits. Twelve decimal ones are an AWS account, which a reviewer copies.
  [
    /(?<![0-9a-z])(?!\d{12}(?![0-9a-z]))[0-9a-f]{7,}/gi,
    (found) => (found.match(/.{1,6}/g) ?? []).join(apart),
  ],
];

/**
 * Text of others for a comment, an issue or the summary of a job on GitHub: one line that says what it says and does
 * nothing. It is no markup, HTML or formula, it mentions nobody, links nowhere, and hides no character.
 */
export function markdownText(text: string): string {
  const seen = visibleText(text.replace(/\s+/g, " "));
  const split = references.reduce((so, [pattern, at]) => so.replace(pattern, at), seen);
  return split
    .replace(/[\\`*_[\]|~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("$", "&#36;")
    .replaceAll(apart, "&#8203;");
}
