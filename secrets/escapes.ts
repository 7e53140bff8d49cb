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
    const read = code <= lastReader ? readers[code]?.(text, at) : undefined;
    if (read === undefined) {
      out[length++] = code;
      at += 1;
      continue;
    }
    if (read.code !== undefined) out[length++] = read.code;
    at = read.end;
  }
  return textOf(out.subarray(0, length));
}

/** The parts of a MIME message in quoted-printable as plain text. */
export function quotedPrintableDecoded(text: string): string {
  if (!text.includes("=") || !/quoted-printable/i.test(text)) return text;
  return text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** What stands in a text from some place on: one character, or none, and where the rest begins. */
interface Escape {
  readonly code: number | undefined;
  readonly end: number;
}

// A pattern that stands in a function is made anew at each call.
const codePoint = /\{0*([0-9A-Fa-f]{1,4})\}/y;
const octal = /([0-3][0-7]{2})/y;
const continuedLine = /\r?\n[ \t]*/y;
const hexEntity = /#x0*([0-9A-Fa-f]{1,4});/y;
const decimalEntity = /#0*(\d{1,5});/y;
const namedEntity = /(?:quot|apos|lt|gt|amp);/y;

const lineFeed = 10;
const quotationMark = 34;

/** By the code of the character that an escape begins with. Undefined where it begins none. */
const readers: Readonly<Partial<Record<number, (text: string, at: number) => Escape | undefined>>> = {
  [codeOf("\\")]: backslashes,
  [codeOf("%")]: (text, at) => {
    const digits = afterAll("25", text, at + 1);
    // A percent sign may be all that was escaped: `%25` alone.
    return hexEscape(text, digits, 2) ?? (digits > at + 1 ? hexEscape(text, digits - 2, 2) : undefined);
  },
  [codeOf("&")]: entity,
  [codeOf("`")]: (text, at) =>
    "nrt0".includes(text.charAt(at + 1) || " ") ? { code: lineFeed, end: at + 2 } : undefined,
};

const lastReader = Math.max(...Object.keys(readers).map(Number));

function backslashes(text: string, at: number): Escape {
  let next = at + 1;
  while (text.charCodeAt(next) === codeOf("\\")) next += 1;
  const none = { code: undefined, end: next };
  switch (text.charAt(next)) {
    case "x":
      return hexEscape(text, next + 1, 2) ?? none;
    case "u":
      return hexEscape(text, next + 1, 4) ?? escapeBy(codePoint, text, next + 1, 16) ?? none;
    case "U":
      return hexEscape(text, next + 1, 8) ?? none;
    case "\r":
    case "\n":
      // A backslash at the end of a line joins it with the next one.
      return { code: undefined, end: afterMatch(continuedLine, text, next) ?? next };
  }
  const byOctal = "0123".includes(text.charAt(next) || " ") ? escapeBy(octal, text, next, 8) : undefined;
  if (byOctal !== undefined) return byOctal;
  return "abefnrtv0".includes(text.charAt(next) || " ") ? { code: lineFeed, end: next + 1 } : none;
}

function entity(text: string, at: number): Escape | undefined {
  const name = afterAll("amp;", text, at + 1);
  if (text.charAt(name) === "#") {
    return escapeBy(hexEntity, text, name, 16) ?? escapeBy(decimalEntity, text, name, 10);
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
  return textOf(out.subarray(0, length));
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

function hexDigit(code: number): number | undefined {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = (code | 32) - 97;
  return letter >= 0 && letter < 6 ? letter + 10 : undefined;
}

function escapeBy(sticky: RegExp, text: string, at: number, radix: number): Escape | undefined {
  sticky.lastIndex = at;
  const code = sticky.exec(text)?.[1];
  return code === undefined ? undefined : { code: parseInt(code, radix) & 0xffff, end: sticky.lastIndex };
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

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function textOf(codes: Uint16Array): string {
  let bits = 0;
  for (let at = 0; at < codes.length; at++) bits |= codes[at] ?? 0;
  // Text of one byte a character is searched in half the time.
  if (bits < 256) return Buffer.from(new Uint8Array(codes).buffer).toString("latin1");
  return Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString("utf16le");
}
