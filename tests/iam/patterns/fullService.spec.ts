import assert from "node:assert/strict";
import { isFullService } from "../../../iam/patterns/fullService.ts";

describe("isFullService", () => {
  const cases: [pattern: string, full: boolean][] = [
    ["s3:*", true],
    ["S3:?*", true],
    ["s*:**", true],
    ["*:*", false],
    ["*", false],
    ["s3:Get*", false],
    ["s3", false],
    [" s3:* ", true],
  ];
  for (const [pattern, full] of cases) {
    it(`says that ${pattern} ${full ? "is" : "is not"} every action of a service`, () => {
      assert.equal(isFullService(pattern), full);
    });
  }
});
