import assert from "node:assert/strict";
import { isAtLeast } from "../../../sandbox/toolchain/pulumiCli.ts";

const cases = [
  ["3.200.0", "3.200.0", true],
  ["3.200.1", "3.200.0", true],
  ["3.1000.0", "3.200.0", true],
  ["4.0.0", "3.200.0", true],
  ["3.199.9", "3.200.0", false],
  ["3.9.0", "3.200.0", false],
  ["2.300.0", "3.200.0", false],
] as const;

describe("version of the Pulumi CLI", () => {
  for (const [version, minimum, enough] of cases) {
    it(`${enough ? "takes" : "passes over"} ${version} where ${minimum} is needed`, () => {
      assert.equal(isAtLeast(version, minimum), enough);
    });
  }
});
