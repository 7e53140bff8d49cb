import { isUtf8 } from "node:buffer";
import { constants, gunzipSync } from "node:zlib";

/** Encodings nested deeper than this are not opened. */
const maxDepth = 6;

/**
 * Most bytes decoded from one text, over all its layers. EC2 user data is at most 16 KiB and gzip expands at most
 * about 1032 to 1, so everything an instance can be given is read to its end; a larger bomb is not.
 */
const maxDecodedBytes = 32 * 1024 * 1024;

/**
 * A run of base64, standard or URL-safe, perhaps wrapped over indented or backslash-continued lines. The shortest text
 * that could hold an access key id needs 27 characters; a first line below 16 is a word.
 */
const base64Run = /[A-Za-z0-9+/_-]{16,}(?:[ \t]*\\?\r?\n[ \t]*[A-Za-z0-9+/_-]{4,})*={0,2}/g;
const shortestUsefulRun = 27;

const gzipMagic = Buffer.from([0x1f, 0x8b, 0x08]);

interface Budget {
  bytes: number;
}

/**
 * The text itself, then everything found by decoding it, repeatedly: percent-encoding, backslash escapes,
 * quoted-printable, base64 (in which UTF-16 and gzip are recognised). The encodings are looked for anywhere in a text,
 * so the parts of a MIME message and the `write_files` of a cloud-config need no parser of their own.
 */
export function* textLayers(
  text: string,
  depth = maxDepth,
  budget: Budget = { bytes: maxDecodedBytes },
  seen = new Set<string>(),
): Generator<string> {
  if (seen.has(text)) return;
  seen.add(text);
  yield text;
  if (depth === 0 || budget.bytes <= 0) return;
  for (const inner of decodings(text, budget)) yield* textLayers(inner, depth - 1, budget, seen);
}

function* decodings(text: string, budget: Budget): Generator<string> {
  for (const decode of [percentDecoded, unescaped, quotedPrintableDecoded]) {
    const decoded = decode(text);
    if (decoded === text) continue;
    budget.bytes -= decoded.length;
    yield decoded;
  }
  for (const [run] of text.matchAll(base64Run)) {
    if (run.length >= shortestUsefulRun) yield* base64Decodings(run, budget);
  }
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** JSON, YAML and shell escapes. Without this the `n` of a `\n` would look like a letter just before a key. */
function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([nrt"'/\\]))/g, (_, ...groups) => {
    const [unicode, byte, letter] = groups as [string?, string?, string?];
    const code = unicode ?? byte;
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
    return /[nrt]/.test(letter ?? "") ? "\n" : (letter ?? "");
  });
}

function quotedPrintableDecoded(text: string): string {
  if (!/quoted-printable/i.test(text)) return text;
  return text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * A word glued to the front (a path, a prefix, the line above a here-document) shifts a run by one to three characters,
 * so all four alignments are decoded (the decoder skips line breaks and backslashes by itself). The wrong ones are noise: not worth opening further, unless they hold gzip.
 */
function* base64Decodings(run: string, budget: Budget): Generator<string> {
  for (let shift = 0; shift < 4 && budget.bytes > 0; shift++) {
    const bytes = Buffer.from(run.slice(shift), "base64");
    budget.bytes -= bytes.length;
    const unzipped = gunzipped(bytes, budget);
    if (unzipped !== undefined) yield textOf(unzipped);
    else if (isPlausibleText(bytes)) yield textOf(bytes);
  }
}

function gunzipped(bytes: Buffer, budget: Budget): Buffer | undefined {
  const start = bytes.indexOf(gzipMagic);
  if (start < 0 || budget.bytes <= 0) return undefined;
  try {
    // A sync flush also reads an archive whose end is cut off.
    const options = { maxOutputLength: budget.bytes, finishFlush: constants.Z_SYNC_FLUSH };
    const unzipped = gunzipSync(bytes.subarray(start), options);
    budget.bytes -= unzipped.length;
    return unzipped;
  } catch {
    return undefined;
  }
}

/** Random bytes are printable ASCII or zero in about 38 of 100 places; text is in nearly all, UTF-16 included. */
function isPlausibleText(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true;
  const usual = bytes.filter(
    (byte) => (byte >= 0x20 && byte < 0x7f) || [0x00, 0x09, 0x0a, 0x0d].includes(byte),
  );
  return usual.length > bytes.length * 0.6;
}

/** Keys are ASCII, so the bytes are read as Latin-1; dropping the zeros reads UTF-16, as PowerShell encodes commands. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString("latin1");
  const zeros = text.split("\0").length - 1;
  return zeros > text.length * 0.25 ? text.replaceAll("\0", "") : text;
}
