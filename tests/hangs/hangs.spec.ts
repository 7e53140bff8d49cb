import assert from "node:assert/strict";
import * as path from "node:path";
import { capture } from "../../commandLine/processes/run.ts";
import { projectFolder } from "../../sandbox/paths.ts";

/** Runs the tests that hang, of which one is meant, with a limit that all of them pass. */
function hang(test: string) {
  const mocha = path.join(projectFolder, "node_modules", "mocha", "bin", "mocha.js");
  return capture(process.execPath, [mocha, "tests/hangs/hangs.ts", "--timeout", "300", "--grep", test], {
    cwd: projectFolder,
  });
}

describe("a test that hangs", () => {
  it("is found by mocha where it waits", async () => {
    const { code, stdout } = await hang("waits for what never comes");
    assert.equal(code, 1);
    assert.match(stdout, /1\) waits for what never comes[^]*Timeout of 300ms exceeded/);
  });

  it("is found by the watch where it gives nothing else a turn", async () => {
    const { code, stderr } = await hang("never gives way");
    assert.notEqual(code, 0);
    assert.match(stderr, /hangs, and gives nothing else a turn: a hang never gives way\n/);
  });
});
