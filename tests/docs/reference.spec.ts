import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { captureOrFail } from "../../commandLine/processes/run.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { temporaryFolder } from "../sandbox/temporaryFolder.ts";

describe("the reference of the components", () => {
  const folder = temporaryFolder();

  it("is up to date: run npm run docs:reference where it is not", async () => {
    await captureOrFail("writing the reference", "npx", ["typedoc", "--out", folder()], {
      cwd: projectFolder,
    });
    const text = (root: string) => readFileSync(path.join(root, "README.md"), "utf8");
    assert.equal(text(path.join(projectFolder, "docs", "reference")), text(folder()));
  });
});
