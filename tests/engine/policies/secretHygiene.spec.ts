import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { FixtureProject, type Judged } from "../../../testing/fixtureProject.ts";
import { keyPlaces } from "./rows/keyPlaces.ts";
import { shownOf, syntheticKeys } from "../../../testing/syntheticKeys.ts";

/** Twenty ids and twenty secrets. */
const keys = syntheticKeys(20);

const resources = keys.map(({ id, secret }, index) => {
  const [, type, inputs] = keyPlaces[index % keyPlaces.length] ?? assert.fail();
  const script = `#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${secret}\n`;
  return { type, name: `holder-${index}`, inputs: inputs(script) };
});

/**
 * Where Pulumi itself writes the inputs of a program into its event log: with each step, and in what the SDK of the program
 * says for debugging. The log is written only on demand, by a flag that is hidden.
 */
const stepEvents = ["resourcePreEvent", "resOutputsEvent"];
const isSdkDebugging = (text: string) => /RegisterResource RPC finished: resource:/.test(text);

interface EngineEvent {
  readonly diagnosticEvent?: { readonly severity: string; readonly message: string };
}

/** The lines of the event log that hold a key and are not Pulumi's own copy of the program's inputs. */
function leaksIn(eventLog: string): string[] {
  return eventLog.split("\n").filter((line) => {
    if (shownOf(keys, line).length === 0) return false;
    const event = JSON.parse(line) as EngineEvent;
    const { severity, message = "" } = event.diagnosticEvent ?? {};
    return !stepEvents.some((kind) => kind in event) && !(severity === "debug" && isSdkDebugging(message));
  });
}

describe("forty access keys in all kinds of places", () => {
  let project: FixtureProject;

  before(async () => {
    project = await FixtureProject.of(resources);
  });
  after(() => {
    project.remove();
  });

  function assertNothingIsShown({ stdout, stderr, events }: Judged): void {
    const messages = events.map(({ message }) => message).join("\n");
    assert.deepEqual(
      [stdout, stderr, messages].map((text) => shownOf(keys, text)),
      [[], [], []],
    );
    assert.deepEqual(leaksIn(readFileSync(project.eventLog, "utf8")), []);
  }

  it("are all found at preview, and none is shown", async () => {
    const judged = await project.judge(["preview"]);
    const found = judged.events.filter(({ policyName }) => policyName === "no-inline-access-keys");
    assert.equal(found.length, 2 * keys.length, judged.stdout + judged.stderr);
    assertNothingIsShown(judged);
  });

  // Verbosity 3 is where the SDK of the program begins to log what it registers, secrets included.
  it("are not in the log of the CLI at verbosity 2", async () => {
    const judged = await project.judge(["preview", "--logtostderr", "-v=2"]);
    assert.match(judged.stderr, /"level":"INFO"/);
    assertNothingIsShown(judged);
  });

  it("are in the log of the CLI at verbosity 3 only where the SDK of the program logs what it registers", async () => {
    const { stderr } = await project.judge(["preview", "--logtostderr", "-v=3"]);
    const showing = stderr.split("\n").filter((line) => shownOf(keys, line).length > 0);
    assert.deepEqual(
      showing.filter((line) => !isSdkDebugging(line)),
      [],
    );
  });

  for (const command of [
    ["up", "--yes"],
    ["up", "--yes", "--skip-preview"],
  ]) {
    it(`are not shown by ${command.join(" ")}, and reach no state`, async () => {
      const judged = await project.judge(command);
      assert.equal(judged.code, 1, judged.stdout + judged.stderr);
      assertNothingIsShown(judged);
      assert.deepEqual(shownOf(keys, await project.exportedState()), []);
    });
  }

  it("are not shown where the pack only advises, and stand in the state as the program put them there", async () => {
    const judged = await project.judge(["up", "--yes", "--skip-preview"], {
      packConfig: { all: "advisory" },
    });
    assert.equal(judged.code, 0, judged.stdout + judged.stderr);
    assertNothingIsShown(judged);
    assert.notDeepEqual(shownOf(keys, await project.exportedState()), []);
  });
});
