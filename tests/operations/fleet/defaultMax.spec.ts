import assert from "node:assert/strict";
import { defaultMax } from "../../../operations/fleet/defaultMax.ts";

const gib = 2 ** 30;

describe("how many stacks run at once by default", () => {
  for (const { cores, memory, is } of [
    { cores: 2, memory: 16 * gib, is: 4 },
    { cores: 2, memory: 2.5 * gib, is: 2 },
    { cores: 1, memory: 0, is: 1 },
    { cores: 64, memory: 256 * gib, is: 8 },
  ])
    it(`is ${is} on ${cores} cores with ${memory / gib} GiB free`, () => {
      assert.equal(defaultMax(cores, memory), is);
    });
});
