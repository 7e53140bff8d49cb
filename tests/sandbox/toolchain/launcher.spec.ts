import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { capture } from "../../../commandLine/processes/run.ts";
import { writeLauncher } from "../../../sandbox/toolchain/launcher.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

describe("launcher of a plugin", () => {
  const folder = temporaryFolder();

  it("runs a script with its arguments and environment, whatever characters these hold", async () => {
    const [launcher, script] = [path.join(folder(), "launch it"), path.join(folder(), `"$HOME" it's.js`)];
    const value = `it's "$HOME" \`x\` \\ two\nlines`;
    writeFileSync(script, "console.log(JSON.stringify([process.env.VALUE, process.argv.slice(2)]))");
    writeLauncher(launcher, script, { VALUE: value });
    const { code, stdout, stderr } = await capture(launcher, ["a b", "$HOME", "'"]);
    assert.deepEqual([code, JSON.parse(stdout), stderr], [0, [value, ["a b", "$HOME", "'"]], ""]);
  });

  it("passes the exit code of the script on", async () => {
    const [launcher, script] = [path.join(folder(), "launch"), path.join(folder(), "script.js")];
    writeFileSync(script, "process.exit(7)");
    writeLauncher(launcher, script);
    assert.equal((await capture(launcher, [])).code, 7);
  });
});
