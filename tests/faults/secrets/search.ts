import { gunzipSync } from "node:zlib";
import type { SyntheticKey } from "../../../testing/syntheticKeys.ts";

/** So much of a key is as bad as the whole. The prefix of an id is no secret: it tells the kind of the key. */
const tellingLength = 12;

interface Needle {
  readonly form: string;
  readonly text: string;
}

/** The middle of the base64 text of something, wherever in other bytes it begins: three texts, each without its ends. */
function base64Texts(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from("\0".repeat(offset) + text).toString("base64");
    return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + text.length) * 8) / 6));
  });
}

function needlesOf(part: string): Needle[] {
  const hex = Buffer.from(part).toString("hex");
  const encoded = base64Texts(part);
  return [
    { form: "plain text", text: part },
    { form: "plain text, backwards", text: Array.from(part).reverse().join("") },
    ...encoded.map((text) => ({ form: "base64", text })),
    ...encoded.map((text) => ({
      form: "base64 for addresses",
      text: text.replaceAll("+", "-").replaceAll("/", "_"),
    })),
    { form: "hex", text: hex },
    { form: "hex", text: hex.toUpperCase() },
  ];
}

/** The beginning and the end of the id without its prefix, and of the secret. */
function needles({ id, secret }: SyntheticKey): Needle[] {
  return [id.slice(4), secret]
    .flatMap((whole) => [whole.slice(0, tellingLength), whole.slice(-tellingLength)])
    .flatMap(needlesOf);
}

/** A text as it is, without escapes of JSON and without those of addresses, and what is packed in it. */
function readings(text: string): string[] {
  const unescaped = text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll("\\/", "/");
  const percent = text.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  // In base64 each gzip file begins so.
  const packed = text.match(/H4sI[A-Za-z0-9+/]+=*/g) ?? [];
  return [...new Set([text, unescaped, percent]), ...packed.flatMap(unpacked)];
}

function unpacked(base64: string): string[] {
  try {
    return [gunzipSync(Buffer.from(base64, "base64")).toString("latin1")];
  } catch {
    return [];
  }
}

/** Which keys a text shows, and as what: `key 3 as base64`. */
export function shownKeys(keys: readonly SyntheticKey[], text: string): string[] {
  const texts = readings(text);
  const found = keys.flatMap((key, index) =>
    needles(key)
      .filter((needle) => texts.some((reading) => reading.includes(needle.text)))
      .map(({ form }) => `key ${index} as ${form}`),
  );
  return [...new Set(found)];
}
