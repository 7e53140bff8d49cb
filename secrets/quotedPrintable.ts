import { hexDigit, textOfCodes } from "./textOfCodes.ts";

/**
 * The parts of a MIME message in quoted-printable as plain text: an equals sign at the end of a line joins it with the next
 * one. One pass over the characters, since replacing by patterns takes seconds where a text is nothing but these.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7
 */
export function quotedPrintableDecoded(text: string): string {
  if (!text.includes("=") || !/quoted-printable/i.test(text)) return text;
  const codes = new Uint16Array(text.length);
  let joined = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const end = code === equalsSign ? afterSoftBreak(text, at + 1) : undefined;
    if (end === undefined) codes[joined++] = code;
    at = end ?? at + 1;
  }
  let length = 0;
  for (let at = 0; at < joined;) {
    const code = codes[at] ?? 0;
    const byte = code === equalsSign && at + 2 < joined ? byteAt(codes, at + 1) : undefined;
    codes[length++] = byte ?? code;
    at += byte === undefined ? 1 : 3;
  }
  return textOfCodes(codes.subarray(0, length));
}

const equalsSign = 61;

function byteAt(codes: Uint16Array, at: number): number | undefined {
  const high = hexDigit(codes[at] ?? 0);
  const low = hexDigit(codes[at + 1] ?? 0);
  return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function afterSoftBreak(text: string, from: number): number | undefined {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  if (text[at] === "\r") at += 1;
  return text[at] === "\n" ? at + 1 : undefined;
}
