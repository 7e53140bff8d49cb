import assert from "node:assert/strict";
import { diffDocuments, shownChange } from "../../../iam/diff/index.ts";
import { allow, bucket } from "./allow.ts";
import { diffCases, inRegion, readItems } from "./diffCases.ts";

describe("the permission diff", () => {
  for (const { name, before, after, changes, widens } of diffCases) {
    it(name, async () => {
      const diff = await diffDocuments(before, after);
      assert.deepEqual(
        { changes: diff.changes.map(shownChange), widens: diff.widens, doubts: diff.doubts },
        { changes, widens, doubts: [] },
      );
    });
  }

  it("says what it cannot read, and takes that for more", async () => {
    const { widens, doubts } = await diffDocuments("{", [readItems]);
    assert.deepEqual({ widens, doubts }, { widens: true, doubts: ["the document: text that is no JSON"] });
  });

  it("gives the parts of a change as data", async () => {
    const { changes } = await diffDocuments(
      [allow("s3:GetObject", `${bucket}/a/*`, inRegion("eu-central-1"))],
      [allow("s3:GetObject", `${bucket}/*`)],
    );
    assert.deepEqual(changes, [
      {
        kind: "widens",
        levels: ["read"],
        actions: ["s3:GetObject"],
        resource: "s3://orders/*",
        resourceBefore: "s3://orders/a/*",
        conditionBefore: "aws:RequestedRegion StringEquals eu-central-1",
      },
    ]);
  });
});
