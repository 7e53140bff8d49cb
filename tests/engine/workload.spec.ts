import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import * as path from "node:path";
import { capture } from "../../commandLine/processes/run.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { EngineProject } from "../../testing/engineProject.ts";

interface Step {
  readonly op: string;
  readonly urn: string;
}

describe("npm run workload on stacks of the engine", () => {
  let project: EngineProject;

  before(async () => {
    project = await EngineProject.ofThisRepository();
    // User data files have to lie in the project, and the link leads out of it.
    const userData = path.join(project.folder, "workloads");
    rmSync(userData);
    cpSync(path.join(projectFolder, "workloads"), userData, { recursive: true });
    for (const stack of ["dev", "prod"]) {
      project.copyStackFile(stack);
      await project.createStack(stack);
    }
  });
  after(() => {
    project.remove();
  });

  async function workload(...args: string[]): Promise<string> {
    const main = path.join(project.folder, "bin", "main.mjs");
    const start = [main, "workload"];
    const { code, stdout, stderr } = await capture(process.execPath, [...start, ...args], {
      cwd: project.folder,
    });
    assert.equal(code, 0, stderr);
    return stdout;
  }

  /** What a preview would do, but for what stays, as the operation and the name of the resource. */
  async function changes(stack: string): Promise<string[]> {
    const preview = await project.pulumiOrFail("preview", "--stack", stack, "--json");
    const { steps } = JSON.parse(preview) as { readonly steps: readonly Step[] };
    return steps
      .filter(({ op }) => op !== "same")
      .map(({ op, urn }) => `${op} ${urn.split("::").at(-1) ?? ""}`)
      .sort();
  }

  it("adds a workload to a deployed stack, and the engine makes that one only", async () => {
    await project.pulumiOrFail("up", "--stack", "dev", "--yes", "--skip-preview");
    await workload("add", "mailer", "--stack", "dev", "--like", "orders-api");
    const made = await changes("dev");
    assert.deepEqual(
      [made.length > 4, made.filter((change) => !/^create mailer/.test(change))],
      [true, []],
      made.join("\n"),
    );
  });

  it("takes a workload over into a stack that has none of its name", async () => {
    const before = await changes("prod");
    await workload("promote", "mailer", "--from", "dev", "--to", "prod", "--yes");
    const more = (await changes("prod")).filter((change) => !before.includes(change));
    assert.deepEqual(
      [more.length > 4, more.filter((change) => !/^create mailer/.test(change))],
      [true, []],
      more.join("\n"),
    );
  });
});
