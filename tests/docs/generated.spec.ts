import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { policies } from "../../policypack/policies/index.ts";
import { generatedFiles } from "../../docs/generate/generated.ts";

const root = path.resolve(import.meta.dirname, "../..");

describe("what is generated", () => {
  it("is up to date: run npm run docs where it is not", async () => {
    for (const [file, text] of await generatedFiles()) assert.equal(readFileSync(file, "utf8"), text, file);
  });

  it("has every policy in the table of the README", async () => {
    const readme = (await generatedFiles()).get(path.join(root, "README.md")) ?? "";
    const rows = Array.from(
      readme.matchAll(/^\| `([\w-]+)` +\| (mandatory|advisory) /gm),
      ([, name, level]) => [name, level],
    );
    assert.deepStrictEqual(
      rows,
      policies.map(({ name, enforcementLevel }) => [name, enforcementLevel]),
    );
  });
});

describe("the shipped settings", () => {
  const levels = ["advisory", "mandatory", "disabled"];
  for (const stack of ["dev", "staging", "prod"]) {
    it(`of ${stack} name policies of the pack and levels`, () => {
      const text = readFileSync(path.join(root, "policypack/config", `${stack}.json`), "utf8");
      const settings = JSON.parse(text) as Record<string, unknown>;
      const names = policies.map(({ name }) => name);
      assert.deepStrictEqual(
        Object.entries(settings).filter(
          ([name, level]) => !names.includes(name) || !levels.includes(String(level)),
        ),
        [],
      );
    });
  }

  it("let nothing be unknown in prod", () => {
    const text = readFileSync(path.join(root, "policypack/config/prod.json"), "utf8");
    const { "no-unknown-documents": documents, "no-unknown-user-data": userData } = JSON.parse(
      text,
    ) as Record<string, unknown>;
    assert.deepStrictEqual([documents, userData], ["mandatory", "mandatory"]);
  });
});
