import assert from "node:assert/strict";
import * as path from "node:path";
import { capture } from "../../commandLine/processes/run.ts";
import { projectFolder } from "../../sandbox/paths.ts";

const file = (name: string) => JSON.stringify(path.join(projectFolder, "commandLine", name));

/** Ends a command with what a text throws. */
function endedBy(thrown: string) {
  const script = `
    const { Command } = await import("commander");
    const { Failure, Refusal } = await import(${file("failure.ts")});
    const { runProgram } = await import(${file("runProgram.ts")});
    const program = new Command("instance-profiles");
    program.command("verify").action(() => { throw ${thrown}; });
    await runProgram(() => Promise.resolve(program), ["verify"], { calledAs: "verify", whenInterrupted: "" });`;
  return capture(process.execPath, ["--input-type=module", "--eval", script], { cwd: projectFolder });
}

describe("a command that ends before its work is done", () => {
  for (const { name, thrown, code, says } of [
    {
      name: "a failure is one sentence, and 2",
      thrown: 'new Failure("no stack")',
      code: 2,
      says: "verify: no stack\n",
    },
    {
      name: "a refusal is one sentence, and 1",
      thrown: 'new Refusal("refused, nothing was changed")',
      code: 1,
      says: "verify: refused, nothing was changed\n",
    },
    {
      name: "an answer of AWS is one sentence",
      thrown: 'Object.assign(new Error("Rate exceeded"), { $fault: "client" })',
      code: 2,
      says: "verify: Rate exceeded\n",
    },
    {
      name: "the network is one sentence",
      thrown: 'new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") })',
      code: 2,
      says: "verify: fetch failed\n",
    },
  ])
    it(`says that ${name}`, async () => {
      assert.deepEqual(await endedBy(thrown), { code, stdout: "", stderr: says });
    });

  it("says that a mistake of ours is one, with where it is", async () => {
    const { code, stdout, stderr } = await endedBy('new TypeError("x is not a function")');
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(
      stderr,
      /^verify: this is a bug: report it .*with the lines below and what you ran\nTypeError: x is not a function\n +at /,
    );
  });
});
