import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { seededKeys } from "./secrets/keys.ts";
import { shownKeys } from "./secrets/search.ts";

const keys = seededKeys("search", 2);
const [{ id, secret }] = keys as [(typeof keys)[0]];
const signed = keys[1]?.secret ?? assert.fail();

const base64 = (text: string | Buffer) => Buffer.from(text).toString("base64");
const backwards = (text: string) => Array.from(text).reverse().join("");
const escaped = (text: string) =>
  Array.from(text, (sign) => `\\u00${Buffer.from(sign).toString("hex")}`).join("");

const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ["nothing in another text", "AKIA and no more", []],
  ["nothing in the prefix of an id with four more signs", `got ${id.slice(0, 8)}…`, []],
  ["an id", `see ${id}.`, ["key 0 as plain text"]],
  ["an id without its prefix", id.slice(4), ["key 0 as plain text"]],
  ["a secret", `"${secret}"`, ["key 0 as plain text"]],
  ["the beginning of a secret", `${secret.slice(0, 20)}…`, ["key 0 as plain text"]],
  ["the end of a secret", `…${secret.slice(-20)}`, ["key 0 as plain text"]],
  ["a secret backwards", backwards(secret), ["key 0 as plain text, backwards"]],
  ["a secret in hex", Buffer.from(secret).toString("hex"), ["key 0 as hex"]],
  ["a secret in an address", encodeURIComponent(signed), ["key 1 as plain text"]],
  ["a secret in escapes of JSON", escaped(secret), ["key 0 as plain text"]],
  ["a secret with escaped slashes", signed.replaceAll("/", "\\/"), ["key 1 as plain text"]],
  ["a secret in packed base64", `userData: ${base64(gzipSync(`key=${secret}`))}`, ["key 0 as plain text"]],
  ...["", "x", "xy", "xyz"].map(
    (before) =>
      [
        `a secret in base64 after ${before.length} bytes`,
        base64(`${before}${secret}`),
        ["key 0 as base64", "key 0 as base64 for addresses"],
      ] as const,
  ),
];

describe("the search for keys", () => {
  for (const [title, text, found] of rows)
    it(`finds ${title}`, () => {
      assert.deepEqual(shownKeys(keys, text), found);
    });
});
