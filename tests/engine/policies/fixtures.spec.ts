import assert from "node:assert/strict";
import { policies } from "../../../policypack/policies/index.ts";
import { FixtureProject, type Judged } from "../../../testing/fixtureProject.ts";
import { messageOf } from "../../../testing/policyEvents.ts";
import { policiesWithoutRows, policyRows } from "./rows/index.ts";
import { placed, type Row, type Violation } from "./rows/row.ts";

const allRows = policyRows.flatMap(({ rows }) => rows);

/** The rows that can stand in one stack: those with the same settings. */
const groups = new Map<string, Row[]>();
for (const row of allRows) {
  const key = JSON.stringify(row.settings ?? {});
  groups.set(key, [...(groups.get(key) ?? []), row]);
}

/** An update ends at the first resource that is refused, so that the pack only advises where all are to be judged. */
const asAdvice = { all: "advisory" };
const advised = (violations: readonly Violation[]): Violation[] =>
  violations.map(([policy, , resource]) => [policy, "advisory", resource]);

const asLines = (violations: readonly Violation[]): string[] =>
  violations.map((each) => each.join(" ")).sort();

describe("the rows of the policies", () => {
  it("are there for every policy but those that are listed as missing, and break and keep each one", () => {
    const incomplete = policies
      .map(({ name }) => name)
      .filter((name) => {
        const rows = policyRows.find(({ policy }) => policy === name)?.rows ?? [];
        const breaks = ({ finds = [] }: Row) => finds.some(([policy]) => policy === name);
        return !rows.some(breaks) || rows.every(breaks);
      });
    assert.deepEqual(incomplete.sort(), [...policiesWithoutRows].sort());
  });
});

for (const [settingsText, rows] of groups) {
  describe(`the pack with the settings ${settingsText}`, () => {
    const settings = rows[0]?.settings ?? {};
    const placedRows = placed(rows);
    let project: FixtureProject;
    let preview: Judged;
    let update: Judged;

    before(async () => {
      project = await FixtureProject.of(placedRows.flatMap(({ resources }) => resources));
      preview = await project.judge(["preview"], settings);
      update = await project.judge(["up", "--yes", "--skip-preview"], {
        ...settings,
        packConfig: { ...settings.packConfig, ...asAdvice },
      });
    });
    after(() => {
      project.remove();
    });

    for (const { row, ...place } of placedRows) {
      it(`${row.name}, at preview and at an update`, () => {
        const { finds = [], findsAtUpdate = finds } = row;
        assert.deepEqual(asLines(place.violationsIn(preview.events)), asLines(finds));
        assert.deepEqual(asLines(place.violationsIn(update.events)), asLines(advised(findsAtUpdate)));
      });
    }

    it("ends a preview as its mandatory policies say, and deploys every resource when it only advises", async () => {
      const refused = preview.events.some(({ enforcementLevel }) => enforcementLevel === "mandatory");
      assert.equal(preview.code, refused ? 1 : 0, preview.stdout + preview.stderr);
      assert.equal(update.code, 0, update.stdout + update.stderr);
      const made = (await project.resources()).map(({ urn }) => urn.slice(urn.lastIndexOf("::") + 2));
      const declared = placedRows.flatMap(({ resources }) => resources.map(({ name }) => name));
      assert.deepEqual(
        declared.filter((name) => !made.includes(name)),
        [],
      );
    });

    it("says with every violation what was got, what is wanted, and what to do", () => {
      for (const event of [...preview.events, ...update.events])
        assert.match(messageOf(event), /^\S+( .+)?: got .+; want .+; .+$/);
    });
  });
}
