import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { over, readGivenConfig, valuesOfEnvironments } from "../../../operations/stackFile/givenConfig.ts";
import { temporaryFolder } from "../../sandbox/temporaryFolder.ts";

const file = "Pulumi.prod.yaml";
const hidden = (where: string) => ({ secure: `environment ${where}` });

const rows: readonly (readonly [string, object, object, object])[] = [
  ["add nothing where the file says all", { "a:b": { value: "1" } }, { "a:b": "1" }, {}],
  ["are texts", { "a:b": { value: "1" }, "a:c": { value: "2" } }, { "a:b": "1" }, { "a:c": "2" }],
  [
    "are the parts of maps that the file has not",
    { "a:b": { value: "{}", objectValue: { x: { p: 1, q: [1] }, y: 2 } } },
    { "a:b": { x: { p: 1 } } },
    { "a:b": { x: { q: [1] }, y: 2 } },
  ],
  ["are secrets where the key is one", { "a:b": { value: "s", secret: true } }, {}, { "a:b": hidden("a:b") }],
  ["are secrets where nothing shows them", { "a:b": { secret: true } }, {}, { "a:b": hidden("a:b") }],
  [
    "are all secret under a key that holds a secret, each for itself",
    { "a:b": { objectValue: { x: "s", y: { z: ["t", "u"] } }, secret: true } },
    { "a:b": { x: { secure: "AAAB" } } },
    { "a:b": { y: { z: [hidden("a:b.y.z[0]"), hidden("a:b.y.z[1]")] } } },
  ],
  ["say nothing of a secret of the file", { "a:b": { secret: true } }, { "a:b": { secure: "AAAB" } }, {}],
];

describe("values of environments", () => {
  for (const [are, given, written, added] of rows)
    it(are, () => {
      assert.deepEqual(valuesOfEnvironments(given as never, written as never, file), added);
    });

  it("lie below what a file says", () => {
    assert.deepEqual(over({ a: { x: 1, y: 1 }, b: 1, c: { x: 1 } }, { a: { x: 2 }, c: { secure: "A" } }), {
      a: { x: 2, y: 1 },
      b: 1,
      c: { secure: "A" },
    });
  });

  it("are not taken from the configuration of another stack", () => {
    assert.throws(() => valuesOfEnvironments({}, { "a:b": "1" }, file), {
      name: "Failure",
      message:
        '--config has no a:b, which Pulumi.prod.yaml has: give it the output of "pulumi config --json --stack STACK" for this file as it lies here',
    });
  });
});

describe("a configuration that is given", () => {
  const folder = temporaryFolder();
  const read = (text: string) => {
    const at = path.join(folder(), "config.json");
    writeFileSync(at, text);
    return () => readGivenConfig(at);
  };

  it("is what pulumi config --json prints", () => {
    const given = { "a:b": { value: "1", secret: false }, "a:c": { secret: true } };
    assert.deepEqual(read(JSON.stringify(given))(), given);
  });

  for (const text of ["", "[]", "{", '{"a:b": "s3cret"}', '{"b": {"value": "s3cret"}}', '{"a:b": {}}'])
    it(`is refused without a word of it: ${text}`, () => {
      assert.throws(read(text), (error: Error) => {
        assert.match(
          error.message,
          /^--config got something else in .*config\.json, want the output of "pulumi config/,
        );
        return !error.message.includes("s3cret");
      });
    });

  it("is told by name where there is none", () => {
    assert.throws(
      () => readGivenConfig(path.join(folder(), "none.json")),
      /^Failure: --config cannot read .*none\.json/,
    );
  });
});
