import assert from "node:assert/strict";
import { Limit } from "../../operations/limit.ts";

describe("a limit", () => {
  it("runs no more work at once than it allows, in the order of asking, also after work that failed", async () => {
    const limit = new Limit(2);
    const order: number[] = [];
    let [running, most] = [0, 0];
    const work = (number: number) => async () => {
      order.push(number);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      if (number === 1) throw new Error("failed");
    };
    const results = await Promise.allSettled([0, 1, 2, 3, 4].map((number) => limit.run(work(number))));
    assert.deepEqual(
      [order, most, limit.started, results.map(({ status }) => status === "fulfilled")],
      [[0, 1, 2, 3, 4], 2, 5, [true, false, true, true, true]],
    );
  });
});
