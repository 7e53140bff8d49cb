import assert from "node:assert/strict";
import { statementsOfRights, type Right } from "../../../components/access/rights.ts";
import { allow } from "../../../iam/statement.ts";
import { target } from "../stackFixture.ts";

const limited: readonly Right[] = [
  [
    ["a:Send"],
    "*",
    { StringLike: { "a:From": ["{from?}"], "a:To": ["{to?}"] }, StringEquals: { "a:Of": ["{of?}"] } },
  ],
];

const compiled = (rights: readonly Right[], named: Readonly<Record<string, string | readonly string[]>>) =>
  statementsOfRights(rights, named, { resources: {} }, target);

describe("limits that a grant may ask for", () => {
  it("are written with all values where it does", () => {
    assert.deepEqual(compiled(limited, { from: ["one", "two"], of: "three" }), [
      allow(["a:Send"], ["*"], {
        StringLike: { "a:From": ["one", "two"] },
        StringEquals: { "a:Of": ["three"] },
      }),
    ]);
  });

  it("go alone where it does not, each for itself", () => {
    assert.deepEqual(compiled(limited, {}), [allow(["a:Send"], ["*"])]);
    assert.deepEqual(compiled(limited, { to: "one" }), [
      allow(["a:Send"], ["*"], { StringLike: { "a:To": ["one"] } }),
    ]);
  });

  it("take nothing from a limit that a row always has: without its value there is no right", () => {
    const required: readonly Right[] = [[["a:Send"], "*", { StringLike: { "a:From": ["{from}"] } }]];
    assert.deepEqual(compiled(required, {}), []);
  });
});
