import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { unseen } from "../../../operations/verify/unseen.ts";
import { projectFolder } from "../../../sandbox/paths.ts";

describe("what verify does not see", () => {
  it("stands in its guide as in its help", () => {
    const guide = readFileSync(path.join(projectFolder, "docs/guides/verify.md"), "utf8");
    const [, section = ""] = guide.split("## What it does not see");
    const listed = section.split("\n").filter((line) => line.startsWith("- "));
    assert.deepEqual(
      listed,
      unseen.map((what) => `- ${what}`),
    );
  });
});
