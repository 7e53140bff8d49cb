import assert from "node:assert/strict";
import fc from "fast-check";
import { unescaped } from "../../secrets/escapes.ts";
import { joinedLines } from "../../secrets/joinedLines.ts";
import { quotedPrintableDecoded } from "../../secrets/quotedPrintable.ts";
import { base64, decodedTogether, hex } from "../../secrets/shortRuns.ts";

/** `FUZZ_SEED=n` repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? 20261128);

const textOf = (...parts: string[]) =>
  fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((chosen) => chosen.join(""));

/** What one pass over a text does, said once more by patterns that take seconds for long texts. */
const passes: readonly {
  readonly name: string;
  readonly texts: fc.Arbitrary<string>;
  readonly pass: (text: string) => string;
  readonly said: (text: string) => string;
}[] = [
  {
    name: "joins wrapped lines",
    texts: textOf(
      "a".repeat(39),
      "b",
      "Z-9",
      " ",
      "\n",
      "\r\n",
      "\\",
      "\t",
      "\u00a0",
      "\u2003",
      "ж",
      "=",
      ";",
    ),
    pass: joinedLines,
    said: (text) =>
      text
        .replace(/(?<![\s\\])[\s\\]*\n[\s\\]*/g, "")
        .replace(/ (?<=[A-Za-z0-9+/_-]{40} )(?=[A-Za-z0-9+/_-])/g, ""),
  },
  {
    name: "reads quoted-printable",
    texts: textOf("=", "4", "1", "a", "F", "G", " ", "\t", "\r", "\n", "=\n", "=C3", "ж").map(
      (text) => `quoted-printable${text}`,
    ),
    pass: quotedPrintableDecoded,
    said: (text) =>
      text
        .replace(/=[ \t]*\r?\n/g, "")
        .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  },
  {
    name: "reads the numbers of XML and of code points",
    texts: textOf("&#", "x", "0", "1", "65", "4b", ";", "&#65;", "&#x41;", "z"),
    pass: unescaped,
    said: (text) =>
      text.replace(/&#(?:x0*([0-9A-Fa-f]{1,4})|0*(\d{1,5}));/g, (_, hexDigits?: string, digits?: string) =>
        String.fromCharCode(hexDigits === undefined ? Number(digits) : parseInt(hexDigits, 16)),
      ),
  },
];

describe("one pass over a text", () => {
  for (const { name, texts, pass, said } of passes) {
    it(`${name} (seed ${seed})`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          assert.equal(pass(text), said(text));
        }),
        { seed, numRuns: 5000 },
      );
    });
  }

  for (const [encoding, alphabet] of [
    [base64, "AbZ09+/_-"],
    [hex, "0aF9"],
  ] as const) {
    it(`decodes runs of ${encoding.name} together as one by one (seed ${seed})`, () => {
      const run = fc.array(fc.constantFrom(...Array.from(alphabet)), { minLength: 27, maxLength: 60 });
      fc.assert(
        fc.property(fc.array(run, { minLength: 2, maxLength: 5 }), (letters) => {
          const runs = letters.map((each) => each.join(""));
          const together = [...decodedTogether(runs, encoding)];
          assert.equal(together.length, encoding.width);
          for (const [shift, bytes] of together.entries()) {
            const text = bytes.toString("latin1");
            for (const one of runs)
              assert.ok(text.includes(Buffer.from(one.slice(shift), encoding.name).toString("latin1")));
          }
        }),
        { seed, numRuns: 2000 },
      );
    });
  }
});
