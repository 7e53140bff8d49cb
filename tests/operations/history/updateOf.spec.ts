import assert from "node:assert/strict";
import { stackUpdate, type StackUpdate } from "../../../operations/history/stackUpdates.ts";
import { updateOf } from "../../../operations/history/updateOf.ts";

const noon = Date.parse("2026-11-24T12:00:00Z");

const update = (number: number, from: number, to: number, kind = "update"): StackUpdate => ({
  number,
  kind,
  startedAt: noon + from * 1000,
  endedAt: noon + to * 1000,
  message: "",
  uncommitted: false,
});

const cases: readonly (readonly [string, number, readonly StackUpdate[], number | undefined])[] = [
  ["the update that was running", 5, [update(2, 60, 70), update(1, 0, 10)], 1],
  ["the nearer one where the clocks differ", 55, [update(2, 60, 70), update(1, 0, 10)], 2],
  ["the earlier of two in one second", 10, [update(2, 10.5, 20), update(1, 0, 10.3)], 1],
  ["the one in whose first second it was made", 10, [update(2, 10.9, 20), update(1, 0, 5)], 2],
  ["no update long before or after", 300, [update(2, 60, 70), update(1, 0, 10)], undefined],
  ["no refresh, which makes nothing", 5, [update(1, 0, 10, "refresh")], undefined],
];

describe("the update that made a policy version", () => {
  for (const [name, created, updates, expected] of cases) {
    it(`is ${name}`, () => {
      assert.equal(updateOf(noon + created * 1000, updates)?.number, expected);
    });
  }

  it("is read from Pulumi's history with its commit", () => {
    assert.deepEqual(
      stackUpdate({
        version: 7,
        kind: "update",
        startTime: "2026-11-24T12:00:00.000Z",
        endTime: "2026-11-24T12:00:09.000Z",
        message: "Send orders\n\nTo the queue",
        environment: { "git.head": "159054e", "git.dirty": "true" },
      }),
      {
        number: 7,
        kind: "update",
        startedAt: noon,
        endedAt: noon + 9000,
        message: "Send orders",
        commit: "159054e",
        uncommitted: true,
      },
    );
  });

  it("is read from an entry that says next to nothing", () => {
    assert.deepEqual(stackUpdate({ version: 0, kind: "update", startTime: "2026-11-24T12:00:00.000Z" }), {
      kind: "update",
      startedAt: noon,
      endedAt: noon,
      message: "",
      uncommitted: false,
    });
  });
});
