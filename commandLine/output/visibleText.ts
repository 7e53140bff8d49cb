/**
 * Characters that a reader does not see, and that change what he sees: control characters (C0, DEL and C1, among them the
 * beginnings of terminal escapes), formatting characters (those that turn the direction of text, and those of no width),
 * halves of surrogate pairs, and Unicode's own ends of lines. A tab and the end of a line are as they should be.
 *
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const unseen = /(?!\t|\r?\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escapeCharacter = "\u001b";

/** The colors and weights of a text painted by us, and their ends. Nothing among them hides or moves text. */
const painted = new RegExp(`${escapeCharacter}\\[(?:[12]|22|3[0-7]|39|9[0-7])m`);

const paintedOrUnseen = new RegExp(`${painted.source}|${unseen.source}`, "gu");

/** As JSON escapes a character, so that a JSON document means the same afterwards. */
const escape = (character: string) =>
  Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  ).join("");

/** Text of others with each character that is not seen written out, as `\u001b`. */
export const visibleText = (text: string): string => text.replace(unseen, escape);

/**
 * What may go to a terminal of a text that holds words of others.
 *
 * @param isPainted whether colors of ours are in it, which stay
 */
export const terminalText = (text: string, isPainted: boolean): string =>
  isPainted
    ? text.replace(paintedOrUnseen, (found) => (painted.test(found) ? found : escape(found)))
    : visibleText(text);
