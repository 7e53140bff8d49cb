import type { EncodedBytes } from "./encodedBytes.ts";
import { headerless } from "./headerless.ts";
import { isPlausibleText } from "./plausibleText.ts";
import { MAX_ENCODINGS, type SearchLimits } from "./searchLimits.ts";
import { unpacked } from "./unpacked.ts";

/** A decoded text; noise is what comes of decoding something that is no text. */
export interface Layer {
  readonly text: string;
  readonly isNoise: boolean;
  /** Whether its literals are joined already: it is the same script once more, and only what it encodes is new. */
  readonly isJoined?: true;
}

/** Everything that decoded bytes can be read as: text, UTF-16, and what is packed in them, perhaps repeatedly. */
export function* readings({ bytes, isMixed }: EncodedBytes, limits: SearchLimits): Generator<Layer> {
  yield* layersOf(bytes, !isMixed && !isPlausibleText(bytes), limits, MAX_ENCODINGS);
}

/** The same for all the bytes of a file or of an archive, which may be packed without a mark that says so. */
export function* wholeReadings(bytes: Buffer, limits: SearchLimits, depth = MAX_ENCODINGS): Generator<Layer> {
  const isNoise = !isPlausibleText(bytes);
  yield* layersOf(bytes, isNoise, limits, depth);
  if (!isNoise) return;
  for (const inner of headerless(bytes, limits)) yield* innerReadings(inner, limits, depth);
}

/** A few ASCII characters of UTF-16, which noise has nowhere. */
const wideText = /(?:[\x20-\x7e]\0){8}/;

function* layersOf(bytes: Buffer, isNoise: boolean, limits: SearchLimits, depth: number): Generator<Layer> {
  // Keys are ASCII, so Latin-1 will do, and without the zeros it reads UTF-16 too, as PowerShell encodes commands.
  const text = bytes.toString("latin1");
  yield { text, isNoise };
  if (isNoise && wideText.test(text)) yield { text: withoutZeros(bytes).toString("latin1"), isNoise };
  for (const inner of unpacked(bytes, text, limits)) yield* innerReadings(inner, limits, depth);
}

function* innerReadings(inner: Buffer, limits: SearchLimits, depth: number): Generator<Layer> {
  if (depth > 0) yield* wholeReadings(inner, limits, depth - 1);
  else limits.giveUp(`text that is packed more than ${MAX_ENCODINGS} times over`);
}

function withoutZeros(bytes: Buffer): Buffer {
  const rest = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0) rest[length++] = byte;
  }
  return rest.subarray(0, length);
}
