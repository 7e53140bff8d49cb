import assert from "node:assert/strict";
import { isSecret, withSecretsNamed } from "../../../../components/config/stackFile/secret.ts";
import { readStackSettings } from "../../../../components/config/stackFile/stackSettings.ts";

const read = (text: string, file = "Pulumi.dev.yaml") => readStackSettings(text, file, "shop");

describe("the settings of a stack", () => {
  for (const [what, text, config] of [
    ["a key without a namespace in that of the project", "config: {a: b}", { "shop:a": "b" }],
    ["a key of the old form", "config: {aws:config:region: x}", { "aws:region": "x" }],
    [
      "a scalar at the top as a text",
      "config: {a: 010, b: true, c: 1.50, d: ~}",
      { "shop:a": "8", "shop:b": "true", "shop:c": "1.5", "shop:d": "" },
    ],
    ["no digit less at the top", "config: {a: 12345678901234567890}", { "shop:a": "12345678901234567890" }],
    ["a merge at the level of config", "x: &x {aws:region: y}\nconfig: {<<: *x}", { "aws:region": "y" }],
    ["a merge at the level of the file", "x: &x {config: {a: b}}\n<<: *x", { "shop:a": "b" }],
    [
      "other breaks as they are",
      'config: {a: "b\\n", c: "\\u2028"}',
      { "shop:a": "b\n", "shop:c": "\u2028" },
    ],
    ["nothing of a file without config", "encryptionsalt: x", {}],
    ["nothing of an empty file", "", {}],
    ["nothing of an empty config", "config:", {}],
  ] as const)
    it(`have ${what}`, () => {
      const { config: found, problems } = read(text);
      assert.deepEqual([found, problems], [config, []]);
    });

  it("are read as JSON where the file ends so", () => {
    const { config, problems, placeOf } = read('{"config": {"a": {"b": 1}}}', "Pulumi.dev.json");
    assert.deepEqual(
      [config, problems, placeOf("shop:a", ["b"])],
      [{ "shop:a": { b: 1 } }, [], { line: 1, column: 19 }],
    );
  });

  for (const [what, text, file, problem] of [
    ["is no map", "[1]", undefined, { problem: "got no map, want one with the key config" }],
    [
      "has no map in config",
      "config: [1]",
      undefined,
      { problem: "got no map in config, want one of keys and values", place: { line: 1, column: 1 } },
    ],
    [
      "has a key in two forms, of which Pulumi takes any",
      "config:\n  a: 1\n  shop:a: 2",
      undefined,
      {
        problem: "got shop:a for the second time in other words, want it once: Pulumi takes any of the two",
        place: { line: 3, column: 3 },
      },
    ],
    [
      "has a key of too many parts",
      "config:\n  a:b:c: 1",
      undefined,
      { problem: "got a key that is none of Pulumi's, want namespace:name", place: { line: 2, column: 3 } },
    ],
    [
      "has a text that begins with a line break",
      'config:\n  a: {b: ["c", "\\n*"]}\n',
      undefined,
      {
        problem: "got a text that begins with a line break, want it without: Pulumi takes the break away",
        place: { line: 2, column: 16 },
      },
    ],
    ["is no JSON", "{", "Pulumi.dev.json", { problem: "not valid JSON" }],
    [
      "has a key that Go's JSON takes for another",
      '{"Config": {}}',
      "Pulumi.dev.json",
      { problem: "got a key Config, want config" },
    ],
  ] as const)
    it(`are refused where the file ${what}`, () => {
      assert.deepEqual(read(text, file).problems, [problem]);
    });

  for (const [what, text, names] of [
    ["none", "config: {}", []],
    ["a list", "environment: [a/b, c]", ["a/b", "c"]],
    ["imports", "environment: {imports: [a, {b: {merge: false}}]}", ["a", "b"]],
    ["a definition in the file", "environment: {imports: [a], values: {x: 1}}", ["a", "(inline)"]],
  ] as const)
    it(`name environments: ${what}`, () => {
      assert.deepEqual(read(text).environments, names);
    });

  it("hold secrets that are named by their encrypted text", () => {
    const { config } = read(
      "config: {a: {secure: x}, b: [{secure: x}, {secure: y}], c: {secure: 1}, d: {secure: x, e: 1}}",
    );
    const named = withSecretsNamed(config) as Record<string, unknown>;
    const [a, b] = [named["shop:a"], named["shop:b"]] as [string, string[]];
    assert.equal(isSecret(config["shop:a"]), true);
    assert.match(a, /^secret-[0-9a-f]{10}$/);
    assert.deepEqual(
      [b[0] === a, b[1] === a, named["shop:c"], named["shop:d"]],
      [true, false, { secure: 1 }, { secure: "x", e: 1 }],
    );
  });
});
