import assert from "node:assert/strict";
import fc from "fast-check";
import { pauseBefore } from "../../../components/association/patience.ts";

describe("a pause before another look", () => {
  it("is never longer than ten seconds, and never shorter than half of what it grows to", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
        const whole = Math.min(10_000, 500 * 2 ** attempt);
        const pause = pauseBefore(attempt, random);
        assert.ok(pause >= whole / 2 && pause <= whole, String(pause));
      }),
    );
  });
});
