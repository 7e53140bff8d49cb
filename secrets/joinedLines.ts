import { textOfCodes } from "./textOfCodes.ts";

/** A folded block of YAML has a space where the encoded text was wrapped, and no editor wraps it sooner. */
const shortestLine = 40;

/**
 * A text with its lines joined, as encoded text is wrapped: without white space that has a line break in it, nor the
 * backslashes that continue a line there, nor the space where a folded block of YAML was wrapped within a run. One pass
 * over the characters, since replacing by patterns takes seconds where the lines are short.
 */
export function joinedLines(text: string): string {
  if (!text.includes("\n") && !text.includes(" ")) return text;
  const out = new Uint16Array(text.length);
  let length = 0;
  // How many characters of a run stand directly before.
  let run = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (!isGap(code)) {
      out[length++] = code;
      run = isOfRun(code) ? run + 1 : 0;
      at += 1;
      continue;
    }
    let end = at;
    let breaks = false;
    for (; end < text.length && isGap(text.charCodeAt(end)); end++)
      breaks ||= text.charCodeAt(end) === lineFeed;
    const isFolded = end === at + 1 && code === space && run >= shortestLine && isOfRun(text.charCodeAt(end));
    if (!breaks && !isFolded) for (let gap = at; gap < end; gap++) out[length++] = text.charCodeAt(gap);
    if (!breaks) run = 0;
    at = end;
  }
  return length === text.length ? text : textOfCodes(out.subarray(0, length));
}

const lineFeed = 10;
const space = 32;

/** By the codes of Latin-1: what may stand between lines, and what base64 is made of, also the URL-safe one. */
const gaps = Uint8Array.from({ length: 256 }, (_, code) => Number(/[\s\\]/.test(String.fromCharCode(code))));
const runs = Uint8Array.from({ length: 256 }, (_, code) =>
  Number(/[A-Za-z0-9+/_-]/.test(String.fromCharCode(code))),
);

function isGap(code: number): boolean {
  return code < 256 ? gaps[code] === 1 : /\s/.test(String.fromCharCode(code));
}

function isOfRun(code: number): boolean {
  return code < 256 && runs[code] === 1;
}
