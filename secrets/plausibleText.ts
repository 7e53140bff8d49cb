import { isUtf8 } from "node:buffer";

const sampled = 4096;

/** Random bytes are printable ASCII or zero in about 38 of 100 places; text is in nearly all, UTF-16 included. */
export function isPlausibleText(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true;
  // An odd number of bytes apart, so that both halves of UTF-16 are looked at.
  const step = bytes.length <= sampled ? 1 : Math.floor(bytes.length / sampled) | 1;
  let usual = 0;
  let looked = 0;
  for (let at = 0; at < bytes.length; at += step) {
    const byte = bytes[at] ?? 0;
    looked += 1;
    if ((byte >= 0x20 && byte < 0x7f) || byte === 0 || byte === 9 || byte === 10 || byte === 13) usual += 1;
  }
  return usual > looked * 0.6;
}
