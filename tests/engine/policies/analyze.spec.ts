import assert from "node:assert/strict";
import { sampleId } from "../../../testing/sampleKeys.ts";
import { FixtureProject } from "../../../testing/fixtureProject.ts";
import { policyEvents, resourceNameOf } from "../../../testing/policyEvents.ts";
import { everything, narrow } from "./rows/documents.ts";
import { secret } from "../../../testing/tableResources.ts";

const key = sampleId("AKIA");
const iamPolicy = (name: string, document: object) => ({
  type: "aws:iam/policy:Policy",
  name,
  inputs: { policy: JSON.stringify(document) },
});

describe("pulumi policy analyze on a stack that was deployed before it had the pack", () => {
  let project: FixtureProject;

  before(async () => {
    project = await FixtureProject.of([
      iamPolicy("narrow", narrow),
      iamPolicy("everything", everything),
      { type: "aws:ssm/parameter:Parameter", name: "hidden", inputs: { value: secret(key) } },
    ]);
    const { code, stdout, stderr } = await project.unjudged("up", "--yes", "--skip-preview");
    assert.equal(code, 0, stdout + stderr);
  });
  after(() => {
    project.remove();
  });

  it("finds what the pack refuses, also in a secret, and fails", async () => {
    const { code, stdout, stderr } = await project.analyze();
    const found = policyEvents(stdout).map((event) => [
      event.policyName,
      event.enforcementLevel,
      resourceNameOf(event),
    ]);
    assert.deepEqual(found.sort(), [
      ["no-inline-access-keys", "mandatory", "hidden"],
      ["no-star-star-grants", "mandatory", "everything"],
    ]);
    assert.equal(stderr, "error: one or more mandatory policy violations were found\n");
    assert.equal(code, 1);
    assert.ok(!(stdout + stderr).includes(key.slice(4)), "the key is shown");
  });

  it("finds the same and passes where the pack only advises", async () => {
    const { code, stdout } = await project.analyze({ packConfig: { all: "advisory" } });
    assert.deepEqual(
      policyEvents(stdout).map(({ enforcementLevel }) => enforcementLevel),
      ["advisory", "advisory"],
    );
    assert.equal(code, 0);
  });
});
