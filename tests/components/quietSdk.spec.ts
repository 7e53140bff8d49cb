import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as path from "node:path";
import { projectFolder } from "../../sandbox/paths";

const file = (...names: string[]) => JSON.stringify(path.join(projectFolder, ...names));

/** Stacks in a program that starts as ours does, in a process of its own: it changes the SDK for good. */
function stacksSeen(variable: string | undefined) {
  const source = `
    require(${file("policypack", "typescript.js")});
    require(${file("components", "quietSdk.ts")}).quietSdk();
    const { debuggablePromise } = require("@pulumi/pulumi/runtime/debuggable");
    const promise = Promise.resolve();
    debuggablePromise(promise, "a promise");
    function place() { return new TypeError("of mine").stack; }
    console.log(JSON.stringify({ ofPromise: promise._debugStackTrace !== "", ofError: place().split("\\n").slice(0, 2) }));`;
  const env = { ...process.env, PULUMI_DEBUG_PROMISE_LEAKS: variable };
  return JSON.parse(
    execFileSync(process.execPath, ["-e", source], { cwd: projectFolder, env, encoding: "utf8" }),
  ) as unknown;
}

describe("a program that keeps the SDK quiet", () => {
  const ofError = ["TypeError: of mine", "    at place ([eval]:7:31)"];
  for (const { name, variable, ofPromise } of [
    { name: "has no stack of a promise of the SDK, and every other", variable: undefined, ofPromise: false },
    { name: "has both where PULUMI_DEBUG_PROMISE_LEAKS asks for them", variable: "1", ofPromise: true },
  ])
    it(name, () => {
      assert.deepEqual(stacksSeen(variable), { ofPromise, ofError });
    });
});
