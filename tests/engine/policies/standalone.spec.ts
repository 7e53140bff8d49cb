import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { projectFolder } from "../../../sandbox/paths.ts";
import { captureOrFail } from "../../../commandLine/processes/run.ts";
import { FixtureProject } from "../../../testing/fixtureProject.ts";
import { resourceNameOf } from "../../../testing/policyEvents.ts";
import { everything, narrow } from "./rows/documents.ts";

const iamPolicy = (name: string, document: object) => ({
  type: "aws:iam/policy:Policy",
  name,
  inputs: { policy: JSON.stringify(document) },
});

interface Needs {
  readonly dependencies?: Readonly<Record<string, string>>;
}

const needsOf = (folder: string) =>
  Object.keys(
    (JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Needs).dependencies ?? {},
  );

/** What npm install would bring: the packages that a folder names, and what those need in turn. */
function linkPackages(folder: string): void {
  const open = needsOf(folder);
  const linked = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const installed = path.join(projectFolder, "node_modules", name);
    // What lies below another package is found there.
    if (linked.has(name) || !existsSync(installed)) continue;
    linked.add(name);
    const link = path.join(folder, "node_modules", name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(installed, link);
    open.push(...needsOf(installed));
  }
}

describe("the pack in a folder of its own, with nothing but its own packages", () => {
  let project: FixtureProject;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "pack-alone-"));
    await captureOrFail(
      "building the pack",
      process.execPath,
      ["operations/buildPolicyPack/main.ts", "--out", folder],
      { cwd: projectFolder },
    );
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

  for (const command of [["preview"], ["up", "--yes", "--skip-preview"]])
    it(`judges "pulumi ${command[0]}" once its packages are there`, async () => {
      if (!existsSync(path.join(folder, "node_modules"))) linkPackages(folder);
      const { code, stdout, stderr, events } = await project.judge(command);
      assert.deepEqual(
        events.map((event) => [event.policyName, event.enforcementLevel, resourceNameOf(event)]),
        [["no-star-star-grants", "mandatory", "everything"]],
        stdout + stderr,
      );
      assert.equal(code, 1);
    });
});
