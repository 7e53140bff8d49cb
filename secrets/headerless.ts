import { type Compression, inflated } from "./inflated.ts";
import { isPlausibleText } from "./plausibleText.ts";
import type { SearchLimits } from "./searchLimits.ts";

/** A run from its start to its end, wrapped or not. More lines than this are no user data. */
const wholeRun =
  /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{27}[A-Za-z0-9+/_-]*(?:[ \t\\]{0,20}\r?\n[ \t]{0,40}[A-Za-z0-9+/_-]+){0,400}/g;

/** Far more than user data, and than any script that people write. */
const longestText = 2 * 1024 * 1024;

/** Every shorter stream holds less than a key. */
const shortestStream = 20;

/**
 * What the runs of a text stand for that are a raw deflate or Brotli stream. Neither begins with a mark of its own, so
 * they are tried where a run begins, and nowhere within it.
 */
export function* headerlessIn(text: string, limits: SearchLimits): Generator<Buffer> {
  if (text.length > longestText) return;
  for (const [run] of text.matchAll(wholeRun)) {
    if (!limits.mayGuess()) return;
    const digits = run.replace(/[\s\\]+/g, "");
    yield* headerless(Buffer.from(digits, "base64"), limits);
    if (/^[0-9A-Fa-f]+$/.test(digits)) yield* headerless(Buffer.from(digits, "hex"), limits);
  }
}

/** What some bytes are when all of them are a stream without a mark. */
export function* headerless(bytes: Buffer, limits: SearchLimits): Generator<Buffer> {
  if (bytes.length < shortestStream || isPlausibleText(bytes)) return;
  const candidates: Compression[] = mayBeDeflated(bytes) ? ["deflate", "brotli"] : ["brotli"];
  for (const as of candidates) {
    const content = inflated(bytes, as, Math.max(limits.unpackable, 1));
    // What noise unpacks to is noise, and no bomb.
    if (!(content instanceof Buffer) || content.length < shortestStream || !isPlausibleText(content))
      continue;
    limits.unpacked(content.length);
    yield content;
  }
}

/**
 * Whether the first block is of a kind that exists, with numbers of codes that exist.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2.3
 */
function mayBeDeflated([first = 0, second = 0, third = 0, fourth = 0, fifth = 0]: Buffer): boolean {
  const kind = (first >> 1) & 3;
  if (kind === 0) return (second ^ fourth) === 0xff && (third ^ fifth) === 0xff;
  if (kind === 2) return first >> 3 <= 29 && (second & 31) <= 29;
  return kind === 1;
}
