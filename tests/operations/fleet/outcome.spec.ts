import assert from "node:assert/strict";
import { exitCodeOf, type FleetResult, type Status } from "../../../operations/fleet/outcome.ts";
import { messageLine, summary, summaryTable } from "../../../operations/fleet/run/summary.ts";
import { outcome } from "./run/outcomes.ts";

const codes: readonly { readonly ended: readonly Status[]; readonly code: number }[] = [
  { ended: [], code: 0 },
  { ended: ["done", "done"], code: 0 },
  { ended: ["done", "failed", "done"], code: 2 },
  { ended: ["interrupted"], code: 2 },
  { ended: ["not begun"], code: 2 },
  { ended: ["findings", "done"], code: 1 },
  { ended: ["failed", "findings"], code: 2 },
];

describe("the exit code of a fleet", () => {
  for (const { ended, code } of codes)
    it(`is ${code} for ${ended.join(", ") || "no stack"}`, () => {
      assert.equal(exitCodeOf({ stacks: ended.map((status) => outcome("x", { status })) }), code);
    });
});

describe("the summary of a fleet", () => {
  const result: FleetResult = {
    command: "up",
    seconds: 61.5,
    stacks: [
      outcome("prod-eu", {
        account: "111111111111",
        region: "eu-central-1",
        changes: { create: 9, update: 1 },
        seconds: 12.3,
        message: "made in the backend",
      }),
      outcome("prod-us", {
        status: "failed",
        seconds: 3,
        message: "it broke",
        log: ".fleet/up-1/prod-us.log",
      }),
      outcome("prod-zz", { status: "not begun" }),
    ],
  };

  it("has a row for each stack, and a line for each that has more to say", () => {
    assert.deepEqual(
      summaryTable(result, false)
        .split("\n")
        .filter((line) => !/^[┌├└]/.test(line))
        .map((line) => line.replaceAll(/\s*│\s*/g, "|")),
      [
        "|STACK|ACCOUNT, REGION|RESULT|",
        "|✓ prod-eu|111111111111 eu-central-1|9 create, 1 update in 12.3 s|",
        "|✗ prod-us|by the credentials|failed in 3 s|",
        "|- prod-zz|by the credentials|not begun|",
        "prod-eu: made in the backend",
        "prod-us: it broke (.fleet/up-1/prod-us.log)",
      ],
    );
  });

  it("fits a terminal of 120 columns, and is painted only where colors are wanted", () => {
    const widest = Math.max(
      ...summaryTable(result, false)
        .split("\n")
        .map((line) => line.length),
    );
    assert.ok(widest <= 120 + 2, String(widest));
    assert.deepEqual(
      [true, false].map((colors) => summaryTable(result, colors).includes("\u001b")),
      [true, false],
    );
  });

  it("ends in a few words", () => {
    assert.equal(summary(result), "3 stacks: 1 done, 1 failed, 1 not begun; 61.5 s");
    assert.deepEqual(messageLine(outcome("x", {})), []);
  });
});
