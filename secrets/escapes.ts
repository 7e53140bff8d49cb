import { hexDigit, textOfCodes } from "./textOfCodes.ts";

/**
 * Escapes of JSON, YAML, shells and PowerShell, of addresses and of XML, and the zeros of UTF-16. Escapes of escapes
 * (`\\\\n`, `%2525`) are undone in one step. What is decoded is searched, not run: one step too many does no harm.
 * One pass over the characters, since replacing by patterns takes seconds where a text is nothing but escapes.
 */
export function unescaped(escaped: string): string {
  const text = escaped.includes("\0") ? withoutZeros(escaped) : escaped;
  if (!/[\\%&`]/.test(text)) return text;
  const out = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const isStart = code === backslash || code === percentSign || code === ampersand || code === backtick;
    const read = isStart ? readers[code](text, at) : undefined;
    if (read === undefined) {
      out[length++] = code;
      at += 1;
      continue;
    }
    if (read.code !== undefined) out[length++] = read.code;
    at = read.end;
  }
  return textOfCodes(out.subarray(0, length));
}

/** What stands in a text from some place on: one character, or none, and where the rest begins. */
interface Escape {
  readonly code: number | undefined;
  readonly end: number;
}

// A pattern that stands in a function is made anew at each call.
const continuedLine = /\r?\n[ \t]*/y;
const namedEntity = /(?:quot|apos|lt|gt|amp);/y;

const backslash = 92;
const percentSign = 37;
const ampersand = 38;
const backtick = 96;
const lineFeed = 10;
const quotationMark = 34;

/** By the code of the character that an escape begins with. Undefined where it begins none. */
const readers = {
  [backslash]: backslashes,
  [percentSign]: (text: string, at: number): Escape | undefined => {
    const digits = afterAll("25", text, at + 1);
    // A percent sign may be all that was escaped: `%25` alone.
    return hexEscape(text, digits, 2) ?? (digits > at + 1 ? hexEscape(text, digits - 2, 2) : undefined);
  },
  [ampersand]: entity,
  [backtick]: (text: string, at: number): Escape | undefined =>
    "nrt0".includes(text.charAt(at + 1) || " ") ? { code: lineFeed, end: at + 2 } : undefined,
};

function backslashes(text: string, at: number): Escape {
  let next = at + 1;
  while (text.charCodeAt(next) === backslash) next += 1;
  const none = { code: undefined, end: next };
  switch (text.charAt(next)) {
    case "x":
      return hexEscape(text, next + 1, 2) ?? none;
    case "u":
      return hexEscape(text, next + 1, 4) ?? codePointAt(text, next + 1) ?? none;
    case "U":
      return hexEscape(text, next + 1, 8) ?? none;
    case "\r":
    case "\n":
      // A backslash at the end of a line joins it with the next one.
      return { code: undefined, end: afterMatch(continuedLine, text, next) ?? next };
  }
  const byOctal = "0123".includes(text.charAt(next) || " ") ? octalEscape(text, next) : undefined;
  if (byOctal !== undefined) return byOctal;
  return "abefnrtv0".includes(text.charAt(next) || " ") ? { code: lineFeed, end: next + 1 } : none;
}

function entity(text: string, at: number): Escape | undefined {
  const name = afterAll("amp;", text, at + 1);
  if (text.charAt(name) === "#") {
    const isHex = text.charAt(name + 1) === "x";
    return isHex ? numberBefore(";", text, name + 2, 16, 4) : numberBefore(";", text, name + 1, 10, 5);
  }
  const end = afterMatch(namedEntity, text, name);
  if (end !== undefined) return { code: quotationMark, end };
  return name > at + 1 ? { code: quotationMark, end: name } : undefined;
}

/** The zeros of UTF-16 stand between the characters of an escape too. */
function withoutZeros(text: string): string {
  const out = new Uint16Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0) out[length++] = code;
  }
  return textOfCodes(out.subarray(0, length));
}

function hexEscape(text: string, start: number, digits: number): Escape | undefined {
  let code = 0;
  for (let at = start; at < start + digits; at++) {
    const digit = hexDigit(text.charCodeAt(at));
    if (digit === undefined) return undefined;
    code = code * 16 + digit;
  }
  return { code: code & 0xffff, end: start + digits };
}

/** `{1F600}` */
function codePointAt(text: string, at: number): Escape | undefined {
  return text.charAt(at) === "{" ? numberBefore("}", text, at + 1, 16, 4) : undefined;
}

/** Three digits, the first of which is 3 at most. */
function octalEscape(text: string, at: number): Escape | undefined {
  const [first, second, third] = [0, 1, 2].map((place) => text.charCodeAt(at + place) - 48);
  const isOctal = [first, second, third].every((digit = 8) => digit >= 0 && digit <= 7);
  if (!isOctal) return undefined;
  return { code: (first ?? 0) * 64 + (second ?? 0) * 8 + (third ?? 0), end: at + 3 };
}

/** A number with any zeros in front of its few digits, and what has to end it. */
function numberBefore(
  closing: string,
  text: string,
  start: number,
  radix: 10 | 16,
  mostDigits: number,
): Escape | undefined {
  const first = afterAll("0", text, start);
  let at = first;
  let code = 0;
  for (; at < first + mostDigits; at++) {
    const digit = hexDigit(text.charCodeAt(at));
    if (digit === undefined || digit >= radix) break;
    code = code * radix + digit;
  }
  return at > start && text.charAt(at) === closing ? { code: code & 0xffff, end: at + 1 } : undefined;
}

function afterMatch(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

function afterAll(word: string, text: string, at: number): number {
  let end = at;
  while (text.startsWith(word, end)) end += word.length;
  return end;
}
