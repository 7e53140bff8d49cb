import assert from "node:assert/strict";
import { projectFolder } from "../../sandbox/paths.ts";
import { capture } from "../../commandLine/processes/run.ts";

const script = `
  const { Progress } = require("./commandLine/progress.ts");
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
