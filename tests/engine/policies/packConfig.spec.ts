import assert from "node:assert/strict";
import { FixtureProject, type PackSettings } from "../../../testing/fixtureProject.ts";
import { everything } from "./rows/documents.ts";

type PackConfig = PackSettings["packConfig"];

const policy = "no-star-star-grants";

/** Levels that a configuration gives, and at which level the policy then reports. */
const levels: readonly (readonly [config: PackConfig, level: string | undefined])[] = [
  [undefined, "mandatory"],
  [{ [policy]: "advisory" }, "advisory"],
  [{ [policy]: { enforcementLevel: "advisory" } }, "advisory"],
  [{ [policy]: "disabled" }, undefined],
  [{ all: "advisory" }, "advisory"],
  [{ all: "disabled", [policy]: "mandatory" }, "mandatory"],
  // What the CLI does not know it passes over: a slip in a name leaves the level as it was.
  [{ "no-star-star-grant": "advisory" }, "mandatory"],
  [{ [policy]: { enforcementLevle: "advisory" } }, "mandatory"],
];

/** What the CLI refuses before it judges anything, and what it says. */
const refused: readonly (readonly [config: PackConfig, says: string])[] = [
  [
    { [policy]: "warn" },
    `parsing enforcement level for "${policy}": "warn" is not a valid enforcement level`,
  ],
  [
    { $schema: "./s.json" },
    'parsing enforcement level for "$schema": "./s.json" is not a valid enforcement level',
  ],
  [{ [policy]: 3 }, `parsing "${policy}": 3 is not a valid value; must be a string or object`],
  [
    { "require-permissions-boundary": { required: "yes" } },
    "require-permissions-boundary: required: Invalid type. Expected: boolean, given: string",
  ],
];

describe("a configuration of the pack", () => {
  let project: FixtureProject;

  before(async () => {
    project = await FixtureProject.of([
      { type: "aws:iam/policy:Policy", name: "everything", inputs: { policy: JSON.stringify(everything) } },
    ]);
  });
  after(() => {
    project.remove();
  });

  for (const [packConfig, level] of levels) {
    const outcome = level === undefined ? "silences the policy" : `makes the policy ${level}`;
    it(`${outcome} with ${packConfig ? JSON.stringify(packConfig) : "nothing"}`, async () => {
      const { code, events } = await project.judge(["preview"], { packConfig });
      assert.deepEqual(
        events.map(({ policyName, enforcementLevel }) => [policyName, enforcementLevel]),
        level === undefined ? [] : [[policy, level]],
      );
      assert.equal(code, level === "mandatory" ? 1 : 0);
    });
  }

  for (const [packConfig, says] of refused) {
    it(`is refused with ${JSON.stringify(packConfig)}`, async () => {
      const { code, stdout, stderr, events } = await project.judge(["preview"], { packConfig });
      assert.deepEqual([code, events], [1, []]);
      assert.ok((stdout + stderr).includes(says), stdout + stderr);
    });
  }
});
