import { joinedLines } from "./joinedLines.ts";
import { runsOf } from "./runs.ts";
import type { SearchLimits } from "./searchLimits.ts";
import { base64, decodedTogether, hex, SHORT_RUN } from "./shortRuns.ts";

/** Standard or URL-safe. The shortest text that could hold an access key id needs 27 characters. */
const base64Run = runsOf("[A-Za-z0-9+/_-]", 27);
const hexRun = runsOf("[0-9A-Fa-f]", 40);

/** Bytes that a text stands for. */
export interface EncodedBytes {
  readonly bytes: Buffer;
  /** Whether text and noise may stand in them side by side. */
  readonly isMixed: boolean;
}

/**
 * What the runs of base64 and of hexadecimal digits in a text stand for. All lines are joined first, so that wrapped
 * runs are whole; this glues words to them at either end, as a path or a prefix does. A word in front shifts a run, so
 * every alignment is decoded, and a word behind only adds noise.
 *
 * @param isEscaped whether the text is searched without its escapes too, where a run is whole that one of them cuts
 */
export function* bytesIn(text: string, isEscaped: boolean, limits: SearchLimits): Generator<EncodedBytes> {
  const joined = joinedLines(text);
  const shortRuns: string[] = [];
  const shortDigits: string[] = [];
  for (const { 0: run, index } of joined.matchAll(base64Run)) {
    if (isEscaped && goesOn(joined, index + run.length)) continue;
    if (run.length < SHORT_RUN) shortRuns.push(run);
    else if (!limits.admits(run, "run")) continue;
    else yield* alignments(run, "base64", 4);
    for (const [digits] of run.matchAll(hexRun)) {
      if (digits.length < SHORT_RUN) shortDigits.push(digits);
      else yield* alignments(digits, "hex", 2);
    }
  }
  for (const bytes of decodedTogether(shortRuns, base64)) yield { bytes, isMixed: true };
  for (const bytes of decodedTogether(shortDigits, hex)) yield { bytes, isMixed: true };
}

/** The letters of base64 that are no letters or digits, as addresses, JSON and HTML write them. */
const escapedLetter = /%(?:2[bf]|3d)|\\u00(?:2[bf]|3d)|\\x(?:2[bf]|3d)|&#(?:43|47|61|x2[bf]|x3d);/iy;

function goesOn(text: string, at: number): boolean {
  escapedLetter.lastIndex = at;
  return escapedLetter.test(text);
}

function* alignments(run: string, encoding: "base64" | "hex", width: number): Generator<EncodedBytes> {
  for (let shift = 0; shift < width; shift++) {
    yield { bytes: Buffer.from(run.slice(shift), encoding), isMixed: false };
  }
}
