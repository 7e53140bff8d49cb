import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { projectFolder } from "../../../../sandbox/paths.ts";

/** A run that takes signals, says what they mean, and comes to no end by itself. */
const program = `
const { takeInterrupts } = require("./operations/fleet/run/interrupts.ts");
const interrupts = takeInterrupts(() => console.log("interrupted"));
for (const name of ["stop", "tellPulumi"])
  interrupts[name].addEventListener("abort", () => console.log(name, interrupts.exitCode()));
setInterval(() => undefined, 1000);
console.log("ready", interrupts.exitCode());
`;

describe("signals to a fleet", function () {
  this.timeout(30_000);

  for (const { signal, code } of [
    { signal: "SIGINT", code: 130 },
    { signal: "SIGTERM", code: 143 },
    { signal: "SIGHUP", code: 129 },
  ] as const)
    it(`let it end after the first ${signal}, and end it after one more that is not the same one`, async () => {
      const start = ["-e", program];
      const run = spawn(process.execPath, start, {
        cwd: projectFolder,
        stdio: ["ignore", "pipe", "inherit"],
      });
      let said = "";
      run.stdout.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
      const ended = once(run, "exit") as Promise<[number | null, string | null]>;
      await once(run.stdout, "data");
      const began = Date.now();
      const insisting = setInterval(() => run.kill(signal), 50);
      const [exit] = await ended;
      clearInterval(insisting);
      assert.equal(exit, code);
      assert.equal(said, `ready undefined\ninterrupted\nstop ${code}\ntellPulumi ${code}\n`);
      assert.ok(Date.now() - began > 500, "what comes at once is the same signal");
    });
});
