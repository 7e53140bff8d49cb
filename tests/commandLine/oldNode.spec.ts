import assert from "node:assert/strict";
import { capture } from "../../commandLine/processes/run.ts";
import { projectFolder } from "../../sandbox/paths.ts";

it("the program says in a sentence of Pulumi's that a Node is too old which reads no TypeScript", async () => {
  const script = `
    const { RunError } = await import("@pulumi/pulumi/errors.js");
    const { default: program } = await import("./main.js");
    await program().catch((error) => console.log(RunError.isInstance(error), error.message));`;
  const node = ["--no-experimental-strip-types", "--input-type=module", "--eval", script];
  const { stdout } = await capture(process.execPath, node, { cwd: projectFolder });
  assert.equal(
    stdout,
    `true Node ${process.versions.node} is too old for this program: install Node 22.18 or newer\n`,
  );
});
