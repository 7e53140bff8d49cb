import assert from "node:assert/strict";
import { shortenStacks } from "../../components/shortStacks.js";

describe("the stacks of errors", () => {
  const before = Error.stackTraceLimit;
  afterEach(() => {
    Error.stackTraceLimit = before;
  });

  for (const { name, limit, environment, frames } of [
    { name: "hold one frame", limit: 10, environment: {}, frames: 1 },
    { name: "are whole on demand", limit: 10, environment: { INSTANCE_PROFILES_STACKS: "full" }, frames: 10 },
    { name: "are as long as somebody said", limit: 3, environment: {}, frames: 3 },
    { name: "are none where somebody wants none", limit: 0, environment: {}, frames: 0 },
  ])
    it(name, () => {
      Error.stackTraceLimit = limit;
      shortenStacks(environment);
      const deep = (depth: number): Error => (depth === 0 ? new Error("deep") : deep(depth - 1));
      assert.equal(deep(20).stack?.split("\n").length, frames + 1);
    });
});
