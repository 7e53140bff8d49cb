import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { projectFolder } from "../../../../sandbox/paths.ts";

/** A run that takes signals, says what they mean, reads its time from stdin, and comes to no end by itself. */
const program = `
const { takeInterrupts } = require("./operations/fleet/run/interrupts.ts");
const interrupts = takeInterrupts(() => console.log("interrupted"));
for (const name of ["stop", "tellPulumi"])
  interrupts[name].addEventListener("abort", () => console.log(name, interrupts.exitCode()));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => console.log("heard"));
let now = 0;
Date.now = () => now;
process.stdin.on("data", (time) => console.log("at", (now = Number(time))));
console.log("ready", interrupts.exitCode());
`;

describe("signals to a fleet", () => {
  for (const { signal, code } of [
    { signal: "SIGINT", code: 130 },
    { signal: "SIGTERM", code: 143 },
    { signal: "SIGHUP", code: 129 },
  ] as const)
    it(`let it end after the first ${signal}, and end it after one more that is not the same one`, async () => {
      const start = ["-e", program];
      const run = spawn(process.execPath, start, {
        cwd: projectFolder,
        stdio: ["pipe", "pipe", "inherit"],
      });
      const ended = once(run, "exit") as Promise<[number | null, string | null]>;
      const lines = createInterface(run.stdout)[Symbol.asyncIterator]();
      const says = async (...wanted: string[]) => {
        for (const line of wanted) assert.equal((await lines.next()).value, line);
      };
      await says("ready undefined");
      run.kill(signal);
      await says("interrupted", `stop ${code}`, `tellPulumi ${code}`, "heard");
      // What comes this soon is the same signal.
      run.stdin.write("500");
      await says("at 500");
      run.kill(signal);
      await says("heard");
      run.stdin.write("501");
      await says("at 501");
      run.kill(signal);
      assert.deepEqual([await ended, await lines.next()], [[code, null], { value: undefined, done: true }]);
    });
});
