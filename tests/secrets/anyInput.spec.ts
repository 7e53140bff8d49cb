import assert from "node:assert/strict";
import fc from "fast-check";
import { gzipSync } from "node:zlib";
import { findAccessKeys, withoutAccessKeys } from "../../secrets/accessKeys.ts";
import { sampleId } from "../../testing/sampleKeys.ts";

const id = sampleId("AKIA");

const encodings: readonly ((text: string) => string)[] = [
  (text) => Buffer.from(text).toString("base64"),
  (text) => Buffer.from(text).toString("base64url"),
  (text) => Buffer.from(text, "utf16le").toString("base64"),
  (text) => Buffer.from(text).toString("hex"),
  (text) => gzipSync(text).toString("base64"),
  (text) => encodeURIComponent(text),
  (text) => JSON.stringify(text),
  (text) =>
    Buffer.from(text)
      .toString("base64")
      .replace(/.{1,76}/g, "      $&\r\n"),
];

/** Text of the characters that the search cares about. */
const tricky = fc.string({
  unit: fc.constantFrom(...'\\"%&;#x25un0=\n +/-_AKIAz1:'.split(""), "secret_key", "value", "name", "&amp;"),
  maxLength: 300,
});

describe("any input", () => {
  it("is searched without an error, and never shown whole", () => {
    fc.assert(
      fc.property(fc.jsonValue(), tricky, (json, text) => {
        const findings = [...findAccessKeys({ json, text, [text]: json })];
        assert.equal(JSON.stringify(findings).includes(id), false);
        assert.equal(typeof withoutAccessKeys(text), "string");
      }),
    );
  });

  it("shows a key behind any three encodings, whatever stands around it", () => {
    const around = fc.string({ unit: "grapheme", maxLength: 60 });
    const choice = fc.array(fc.constantFrom(...encodings), { maxLength: 3 });
    fc.assert(
      fc.property(around, around, choice, (before, after, chosen) => {
        const text = chosen.reduce((encoded, encode) => encode(encoded), `${before}\n${id}\n${after}`);
        assert.deepStrictEqual(
          [...findAccessKeys({ userData: text })],
          [{ path: "userData", kind: "access key id", hint: "AKIA" }],
        );
      }),
    );
  });

  for (const [as, escape] of [
    ["an address", encodeURIComponent],
    ["JSON", (text: string) => text.replaceAll("+", "\\u002b").replaceAll("=", "\\u003D")],
    ["HTML", (text: string) => text.replaceAll("+", "&#43;").replaceAll("/", "&#x2F;")],
  ] as const)
    it(`is no damaged archive where its base64 is cut by the escapes of ${as}`, () => {
      for (let length = 0; length < 300; length++) {
        const inner = Buffer.from(`${"x".repeat(length % 7)}${length * 7919} and more`).toString("base64");
        const packed = gzipSync(inner).toString("base64");
        assert.deepStrictEqual([...findAccessKeys({ userData: escape(packed) })], []);
      }
    });

  it("of random bytes is no finding", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const userData = Buffer.from(bytes).toString("base64");
        assert.deepStrictEqual([...findAccessKeys({ userData, secretKey: "none" })], []);
      }),
    );
  });
});
