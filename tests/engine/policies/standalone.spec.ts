import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { cacheFolder, projectFolder } from "../../../sandbox/paths.ts";
import { captureOrFail } from "../../../commandLine/processes/run.ts";
import { FixtureProject } from "../../../testing/fixtureProject.ts";
import { resourceNameOf } from "../../../testing/policyEvents.ts";
import { everything, narrow } from "./rows/documents.ts";

const iamPolicy = (name: string, document: object) => ({
  type: "aws:iam/policy:Policy",
  name,
  inputs: { policy: JSON.stringify(document) },
});

describe("the pack in a folder of its own, with nothing but its own packages", () => {
  let project: FixtureProject;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "pack-alone-"));
    const source = path.join(projectFolder, "policypack");
    cpSync(source, folder, { recursive: true, filter: (file) => path.basename(file) !== "node_modules" });
    project = await FixtureProject.of([iamPolicy("everything", everything), iamPolicy("narrow", narrow)]);
    project.judgeBy(folder);
  });
  after(() => {
    project.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it("lies where no packages of this project are found", () => {
    const above = (name: string): string[] =>
      path.dirname(name) === name ? [name] : [name, ...above(path.dirname(name))];
    assert.deepEqual(
      above(folder).filter((name) => existsSync(path.join(name, "node_modules"))),
      [],
    );
  });

  it("says what to do before its packages are there", async () => {
    const { code, stdout } = await project.judge(["preview"]);
    assert.equal(code, 1, stdout);
    assert.ok(
      stdout.includes(`@pulumi/pulumi is not installed for ${folder}: run "npm install" there`),
      stdout,
    );
  });

  it("judges once npm install has brought its packages", async () => {
    const options = ["--no-audit", "--no-fund", `--cache=${path.join(cacheFolder, "npm")}`];
    await captureOrFail("installing the pack", "npm", ["install", ...options], { cwd: folder });
    const { code, stdout, stderr, events } = await project.judge(["preview"]);
    assert.deepEqual(
      events.map((event) => [event.policyName, event.enforcementLevel, resourceNameOf(event)]),
      [["no-star-star-grants", "mandatory", "everything"]],
      stdout + stderr,
    );
    assert.equal(code, 1);
  });
});
