import { closedFormatsIn } from "./closedFormats.ts";
import { entropy } from "./entropy.ts";
import { bytesIn } from "./encodedBytes.ts";
import { unescaped } from "./escapes.ts";
import { headerlessIn } from "./headerless.ts";
import { joinedLiterals } from "./joinedLiterals.ts";
import { quotedPrintableDecoded } from "./quotedPrintable.ts";
import { MAX_ENCODINGS, SearchLimits } from "./searchLimits.ts";
import { type Layer, readings, wholeReadings } from "./readings.ts";

/**
 * The text itself, then everything found by decoding it, repeatedly: escapes, quoted-printable, hexadecimal and base64
 * (in which UTF-16 and archives are recognised). The encodings are looked for anywhere in a text, so the parts of a MIME
 * message and the `write_files` of a cloud-config need no parser of their own. Afterwards `limits.unsearched` says
 * whether all of it could be read, and `limits.closed` what could not be opened.
 */
export function textLayers(text: string, limits = new SearchLimits(text.length)): Generator<string> {
  return layersOf({ text, isNoise: false }, limits, MAX_ENCODINGS);
}

/** The same for the content of a file, which may be packed itself. */
export function* byteLayers(bytes: Buffer, limits: SearchLimits): Generator<string> {
  for (const layer of wholeReadings(bytes, limits)) yield* layersOf(layer, limits, MAX_ENCODINGS);
}

const printable = /[\t\n\r\x20-\x7e]{27}/g;

/** Noise has no such run of printable characters, and no encoding of a key repeats so few. */
function isShownText(text: string): boolean {
  for (const [run] of text.matchAll(printable)) if (entropy(run) >= 3) return true;
  return false;
}

function* layersOf(layer: Layer, limits: SearchLimits, depth: number): Generator<string> {
  if (!limits.admits(layer.text)) return;
  for (const format of closedFormatsIn(layer.text)) limits.cannotOpen(format);
  yield layer.text;
  for (const inner of decodings(layer, limits)) {
    if (depth > 0) yield* layersOf(inner, limits, depth - 1);
    else if (isShownText(inner.text))
      limits.giveUp(`text that is encoded more than ${MAX_ENCODINGS} times over`);
  }
}

function* decodings({ text, isNoise, isJoined }: Layer, limits: SearchLimits): Generator<Layer> {
  let isEscaped = false;
  // In noise an escape is an accident, while a long run of base64 is none.
  if (!isNoise && isJoined !== true) {
    const plain = unescaped(text);
    isEscaped = plain !== text;
    for (const decoded of [plain, quotedPrintableDecoded(text)])
      if (decoded !== text) yield { text: decoded, isNoise };
    for (const joined of joinedLiterals(text))
      if (joined !== text) yield { text: joined, isNoise, isJoined: true };
    for (const content of headerlessIn(text, limits)) yield* wholeReadings(content, limits);
  }
  for (const encoded of bytesIn(text, isEscaped, limits)) yield* readings(encoded, limits);
}
