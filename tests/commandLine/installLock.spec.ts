import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { capture } from "../../commandLine/processes/run.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { temporaryFolder } from "../sandbox/temporaryFolder.ts";

/** Notes when it begins and when it has ended, with as much time in between as the start of a process takes. */
const work = `
  import { execFileSync } from "node:child_process";
  import { appendFileSync } from "node:fs";
  import { alone } from "${projectFolder}/commandLine/runtime/installLock.mjs";
  alone("lock", () => {
    appendFileSync("notes", "begins ");
    execFileSync(process.execPath, ["--version"]);
    appendFileSync("notes", "ends ");
  });`;

describe("what one command at a time may do", () => {
  const root = temporaryFolder();
  const command = () => capture(process.execPath, ["--input-type=module", "--eval", work], { cwd: root() });
  const notes = () => readFileSync(path.join(root(), "notes"), "utf8");
  const isLocked = () => existsSync(path.join(root(), "lock"));

  it("is done by one after the other", async () => {
    const ended = await Promise.all([command(), command(), command()]);
    assert.deepEqual(
      [ended.map(({ code, stderr }) => [code, stderr]), notes(), isLocked()],
      [ended.map(() => [0, ""]), "begins ends ".repeat(3), false],
    );
  });

  it("is done where the lock of a command that was killed is left", async () => {
    // No process has an id that large.
    writeFileSync(path.join(root(), "lock"), `${2 ** 30}`);
    const { code } = await command();
    assert.deepEqual([code, notes(), isLocked()], [0, "begins ends ", false]);
  });
});
