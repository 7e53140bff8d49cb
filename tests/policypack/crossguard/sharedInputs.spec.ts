import assert from "node:assert/strict";
import { asset } from "@pulumi/pulumi";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import { sharedInputs } from "../../../policypack/crossguard/sharedInputs.ts";
import { asSeenByPolicy, unknownList, unknownText } from "../violations.ts";

const uuid = "123e4567-e89b-12d3-a456-426614174000";

type Inputs = Record<string, unknown>;

const archiveOf = (text: string) => new asset.AssetArchive({ "main.py": new asset.StringAsset(text) });

/** Inputs made anew at each call, as CrossGuard makes them for each policy. */
const cases: Readonly<Record<string, () => Inputs>> = {
  "no inputs": () => ({}),
  "texts, numbers, flags and nothing": () => ({ a: "b", c: 1, d: NaN, e: true, f: null }),
  "lists and maps": () => ({ list: [{ a: ["b"] }, [], "c"], map: { "d e": { f: [[]] } } }),
  "unknown values": () => ({ a: unknownText, b: [unknownList, { c: unknownText }], id: uuid }),
  "assets and archives": () => ({ code: archiveOf("print()"), text: new asset.StringAsset("a") }),
  "a key that is __proto__": () => JSON.parse('{"__proto__":{"a":"b"}}') as Inputs,
};

/** Other inputs of the same resource, none of which is the first. */
const changes: readonly (readonly [name: string, before: () => Inputs, after: () => Inputs])[] = [
  ["another text", () => ({ a: "b" }), () => ({ a: "c" })],
  ["another text deep inside", () => ({ a: [{ b: ["c"] }] }), () => ({ a: [{ b: ["d"] }] })],
  ["one value more", () => ({ a: "b" }), () => ({ a: "b", c: null })],
  ["one value less", () => ({ a: "b", c: "d" }), () => ({ a: "b" })],
  ["another key", () => ({ a: "b" }), () => ({ c: "b" })],
  ["one item more", () => ({ a: ["b"] }), () => ({ a: ["b", "b"] })],
  ["a map in place of a list", () => ({ a: ["b"] }), () => ({ a: { 0: "b" } })],
  ["a list in place of a text", () => ({ a: "b" }), () => ({ a: ["b"] })],
  ["a text in place of a number", () => ({ a: 1 }), () => ({ a: "1" })],
  ["nothing in place of an empty map", () => ({ a: {} }), () => ({ a: null })],
  ["a known text in place of an unknown one", () => ({ a: unknownText }), () => ({ a: uuid })],
  ["an unknown text in place of a known one", () => ({ a: uuid }), () => ({ a: unknownText })],
  ["another text of an asset", () => ({ a: archiveOf("b") }), () => ({ a: archiveOf("c") })],
  [
    "another file of an archive",
    () => ({ a: new asset.FileArchive("b") }),
    () => ({ a: new asset.FileArchive("c") }),
  ],
  ["another map under __proto__", () => JSON.parse('{"__proto__":{"a":"b"}}') as Inputs, () => ({})],
];

describe("the inputs that policies share", () => {
  for (const [name, made] of Object.entries(cases)) {
    it(`are copied once for all policies: ${name}`, async () => {
      const inputsOf = sharedInputs();
      const first = await inputsOf("urn", asSeenByPolicy(made()));
      assert.equal(await inputsOf("urn", asSeenByPolicy(made())), first);
    });
  }

  for (const [name, before, after] of changes) {
    it(`are copied again where an update has ${name}`, async () => {
      const inputsOf = sharedInputs();
      const first = await inputsOf("urn", asSeenByPolicy(before()));
      const second = await inputsOf("urn", asSeenByPolicy(after()));
      assert.notDeepStrictEqual(second, first);
      assert.deepStrictEqual(second, await sharedInputs()("urn", asSeenByPolicy(after())));
    });
  }

  it("belong to one resource", async () => {
    const inputsOf = sharedInputs();
    const first = await inputsOf("urn", asSeenByPolicy({ a: "b" }));
    assert.notEqual(await inputsOf("another urn", asSeenByPolicy({ a: "b" })), first);
  });

  it("are kept as the engine shows them first and as they are in the stack, and no further", async () => {
    const inputsOf = sharedInputs();
    const shown = (value: string) => inputsOf("urn", asSeenByPolicy({ value, gap: unknownText }));
    const [inputs, outputs] = [await shown("inputs"), await shown("outputs")];
    assert.deepStrictEqual([await shown("inputs"), await shown("outputs")], [inputs, outputs]);
    assert.equal(await shown("inputs"), inputs);
    await shown("of another update");
    assert.notEqual(await shown("inputs"), inputs);
    assert.deepStrictEqual(await shown("inputs"), { value: "inputs", gap: UNKNOWN });
  });
});
