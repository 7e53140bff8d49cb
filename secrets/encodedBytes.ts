import { runsOf } from "./runs.ts";
import type { SearchLimits } from "./searchLimits.ts";

/** White space with a line break in it, or a backslash that continues a line. The look-behind keeps it linear. */
const lineBreak = /(?<![\s\\])[\s\\]*\n[\s\\]*/g;
/** A folded block of YAML has a space where the encoded text was wrapped. */
const foldedBreak = / (?<=[A-Za-z0-9+/_-]{40} )(?=[A-Za-z0-9+/_-])/g;

/** Standard or URL-safe. The shortest text that could hold an access key id needs 27 characters. */
const base64Run = runsOf("[A-Za-z0-9+/_-]", 27);
const hexRun = runsOf("[0-9A-Fa-f]", 40);

/**
 * What the runs of base64 and of hexadecimal digits in a text stand for. All lines are joined first, so that wrapped
 * runs are whole; this glues words to them at either end, as a path or a prefix does. A word in front shifts a run, so
 * every alignment is decoded, and a word behind only adds noise.
 */
export function* bytesIn(text: string, limits: SearchLimits): Generator<Buffer> {
  const joined = text.replace(lineBreak, "").replace(foldedBreak, "");
  for (const [run] of joined.matchAll(base64Run)) {
    if (!limits.admits(run, "run")) continue;
    for (let shift = 0; shift < 4; shift++) yield Buffer.from(run.slice(shift), "base64");
    for (const [digits] of run.matchAll(hexRun)) {
      for (let shift = 0; shift < 2; shift++) yield Buffer.from(digits.slice(shift), "hex");
    }
  }
}
