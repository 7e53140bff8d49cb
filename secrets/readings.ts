import { isUtf8 } from "node:buffer";
import { MAX_ENCODINGS, type SearchLimits } from "./searchLimits.ts";
import { unpacked } from "./unpacked.ts";

/** A decoded text; noise is what comes of decoding something that is no text. */
export interface Layer {
  readonly text: string;
  readonly isNoise: boolean;
}

/** Everything that decoded bytes can be read as: text, UTF-16, and what is packed in them, perhaps repeatedly. */
export function* readings(bytes: Buffer, limits: SearchLimits, depth = MAX_ENCODINGS): Generator<Layer> {
  const isNoise = !isPlausibleText(bytes);
  // Keys are ASCII, so Latin-1 will do, and without the zeros it reads UTF-16 too, as PowerShell encodes commands.
  const text = bytes.toString("latin1");
  yield { text, isNoise };
  if (isNoise && text.includes("\0")) yield { text: text.replace(/\0+/g, ""), isNoise };
  for (const inner of unpacked(bytes, limits)) {
    if (depth > 0) yield* readings(inner, limits, depth - 1);
    else limits.giveUp(`text that is packed more than ${MAX_ENCODINGS} times over`);
  }
}

/** Random bytes are printable ASCII or zero in about 38 of 100 places; text is in nearly all, UTF-16 included. */
function isPlausibleText(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true;
  let usual = 0;
  for (const byte of bytes) {
    if ((byte >= 0x20 && byte < 0x7f) || byte === 0 || byte === 9 || byte === 10 || byte === 13) usual += 1;
  }
  return usual > bytes.length * 0.6;
}
