import assert from "node:assert/strict";
import { asset } from "@pulumi/pulumi";
import { plainInputs } from "../../../policypack/crossguard/plainInputs.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";
import { asSeenByPolicy, unknownList, unknownText } from "../violations.ts";

describe("plainInputs", () => {
  it("copies everything that is known", async () => {
    const inputs = {
      text: "a",
      number: 1,
      flag: false,
      none: null,
      list: [{ b: ["c"] }, []],
      map: { "d e": "f" },
    };
    assert.deepStrictEqual(await plainInputs(asSeenByPolicy(inputs)), inputs);
  });

  it("marks unknown values and keeps what stands around them", async () => {
    const inputs = {
      before: "a",
      gap: unknownText,
      list: ["b", unknownText, "c"],
      all: unknownList,
      after: { d: "e" },
    };
    assert.deepStrictEqual(await plainInputs(asSeenByPolicy(inputs)), {
      before: "a",
      gap: UNKNOWN,
      list: ["b", UNKNOWN, "c"],
      all: UNKNOWN,
      after: { d: "e" },
    });
  });

  it("keeps what stands under __proto__, and a text that only looks like an unknown value", async () => {
    const inputs = JSON.parse(
      '{"__proto__":{"key":"a"},"id":"123e4567-e89b-12d3-a456-426614174000","deep":[{"__proto__":"b"}]}',
    ) as Record<string, unknown>;
    assert.equal(JSON.stringify(await plainInputs(asSeenByPolicy(inputs))), JSON.stringify(inputs));
  });

  it("reads the text of an asset and of the assets in an archive", async () => {
    const inputs = {
      source: new asset.StringAsset("inside"),
      code: new asset.AssetArchive({ "main.py": new asset.StringAsset("deeper") }),
    };
    const copy = JSON.stringify(await plainInputs(asSeenByPolicy(inputs)));
    assert.match(copy, /"text":"inside"/);
    assert.match(copy, /"main\.py":\{[^}]*"text":"deeper"/);
  });

  it("lets any other error through", async () => {
    const broken = {
      get value(): never {
        throw new RangeError("broken");
      },
    };
    await assert.rejects(plainInputs(broken), RangeError);
  });
});
