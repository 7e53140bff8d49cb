import assert from "node:assert/strict";
import { inTurn, median, timed } from "../../benchmarks/measure.ts";
import { measuredRun } from "../../benchmarks/measuredRun.ts";

describe("measuring", () => {
  for (const [values, middle] of [
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ] as const)
    it(`takes ${middle} for the median of ${values.join(", ")}`, () => {
      assert.equal(median(values), middle);
    });

  it("runs contenders in turn and does not count the first round", async () => {
    const order: string[] = [];
    const contender = (name: string) => ({
      name,
      run: () => ({ seconds: order.push(name) }),
    });
    const measured = await inTurn([contender("a"), contender("b")], 2);
    assert.deepEqual(
      [order, measured],
      [
        ["a", "b", "a", "b", "a", "b"],
        [
          { name: "a", runs: [{ seconds: 3 }, { seconds: 5 }] },
          { name: "b", runs: [{ seconds: 4 }, { seconds: 6 }] },
        ],
      ],
    );
  });

  it("ends at a command that fails, and quotes it", async () => {
    const program = "console.log('no luck'); process.exitCode = 3";
    const command: [string, ...string[]] = [process.execPath, "-e", program];
    const failure = { message: `${command.join(" ")} ended with 3:\nno luck\n` };
    assert.throws(() => timed(command, {}), failure);
    await assert.rejects(measuredRun(command, { cwd: process.cwd(), env: process.env }), failure);
  });
});
