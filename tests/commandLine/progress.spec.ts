import assert from "node:assert/strict";
import * as path from "node:path";
import { projectFolder } from "../../sandbox/paths";
import { capture } from "../../commandLine/processes/run";

const script = `
  require("ts-node").register({ swc: true });
  const { Progress } = require("./commandLine/progress");
  const progress = new Progress();
  progress.note("a note");
  progress.step("a step", async (report) => report("a detail"))
    .then(() => progress.step("a broken step", () => Promise.reject(new Error("broken"))))
    .catch(() => undefined);
`;

describe("progress that is no terminal", () => {
  for (const [name, environment] of [
    ["in a shell", {}],
    ["in continuous integration, where colours are often on", { CI: "true" }],
  ] as const) {
    it(`is plain text ${name}`, async () => {
      const env = {
        ...process.env,
        ...environment,
        TS_NODE_PROJECT: path.join(projectFolder, "tsconfig.json"),
      };
      const { code, stdout, stderr } = await capture(process.execPath, ["-e", script], {
        cwd: projectFolder,
        env,
      });
      const timeless = stderr.replace(/\d+\.\d s/g, "0.0 s");
      assert.deepEqual(
        [code, stdout, timeless],
        [0, "", "  a note\n✓ a step: a detail 0.0 s\n✗ a broken step 0.0 s\n"],
      );
    });
  }
});
