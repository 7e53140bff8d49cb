import assert from "node:assert/strict";
import { policies } from "../../../policypack/policies/index.ts";
import { FixtureProject } from "../../../testing/fixtureProject.ts";
import { resourceNameOf } from "../../../testing/policyEvents.ts";
import { policyRows } from "./rows/index.ts";

/** For each mandatory policy one row that breaks it. */
const refused = policies
  .filter(({ enforcementLevel }) => enforcementLevel === "mandatory")
  .map(({ name }) => {
    const rows = policyRows.find(({ policy }) => policy === name)?.rows ?? [];
    return { policy: name, row: rows.find(({ finds = [] }) => finds.some(([policy]) => policy === name)) };
  });

describe("an update that breaks a mandatory policy", () => {
  let project: FixtureProject;

  before(async () => {
    project = await FixtureProject.of([]);
  });
  after(() => {
    project.remove();
  });

  for (const { policy, row } of refused) {
    it(`is refused by ${policy}, before anything is made: ${row?.name ?? "no row"}`, async () => {
      assert.ok(row, `${policy} has no row that breaks it`);
      project.hold(row.resources);
      const { code, stdout, stderr, events } = await project.judge(["up", "--yes"], row.settings);
      assert.equal(code, 1, stdout + stderr);
      assert.deepEqual(
        [
          ...new Set(
            events.map((event) => `${event.policyName} ${event.enforcementLevel} ${resourceNameOf(event)}`),
          ),
        ].sort(),
        [...new Set((row.finds ?? []).map((found) => found.join(" ")))].sort(),
      );
      const made = (await project.resources()).filter(({ type }) => !type.startsWith("pulumi:"));
      assert.deepEqual(made, []);
    });
  }
});
