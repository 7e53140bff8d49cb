import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { capture, type Captured } from "../../commandLine/processes/run.ts";
import { stackFileName, stackNames } from "../../components/config/stackFiles.ts";
import { projectFolder, sandboxFolder } from "../../sandbox/paths.ts";
import { copiedFrom, writeRecord } from "../../sandbox/records.ts";
import { lendSalt, takeBackSalt } from "../../sandbox/stacks.ts";
import { engineFolder, engineSandbox } from "../../testing/engineSandbox.ts";

/** What `npm install` makes, without a network. */
const npm = `#!/bin/sh
test -e node_modules || ln -s "${projectFolder}/node_modules" node_modules
`;

/** The files of a clone: what git knows, and what is new and not ignored. */
function clonedFiles(): string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const files = execFileSync("git", args, { cwd: projectFolder, encoding: "utf8" }).split("\0");
  return files.filter((file) => file !== "" && existsSync(path.join(projectFolder, file)));
}

describe("pulumi new with this repository as the template", () => {
  let folder = "";
  let environment: NodeJS.ProcessEnv = {};

  before(async () => {
    const sandbox = await engineSandbox();
    mkdirSync(engineFolder.temporary, { recursive: true });
    folder = mkdtempSync(path.join(engineFolder.temporary, "template-"));
    for (const file of clonedFiles())
      cpSync(path.join(projectFolder, file), path.join(folder, "clone", file), { recursive: true });
    mkdirSync(path.join(folder, "bin"));
    writeFileSync(path.join(folder, "bin", "npm"), npm, { mode: 0o755 });
    const paths = [path.join(folder, "bin"), sandbox.environment["PATH"]];
    environment = { ...sandbox.environment, PATH: paths.join(path.delimiter) };
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (...parts: string[]) => path.join(folder, ...parts);
  const pulumi = (cwd: string, ...args: string[]): Promise<Captured> =>
    capture("pulumi", [...args, "--non-interactive", "--color", "never"], { cwd, env: environment });

  async function succeeds(run: Promise<Captured>): Promise<string> {
    const { code, stdout, stderr } = await run;
    assert.equal(code, 0, `${stdout}\n${stderr}`);
    return stdout;
  }

  const create = (name: string, ...args: string[]) =>
    succeeds(pulumi(folder, "new", at("clone"), "--dir", at(name), "--name", name, "--yes", ...args));

  /** Names of the roles that a preview would create. */
  async function previewedRoles(project: string, stack: string): Promise<string[]> {
    const preview = await succeeds(pulumi(project, "preview", "--stack", stack, "--json"));
    const { steps } = JSON.parse(preview) as {
      steps: { newState: { type: string; inputs: { name: string } } }[];
    };
    return steps
      .filter(({ newState }) => newState.type === "aws:iam/role:Role")
      .map(({ newState }) => newState.inputs.name)
      .sort();
  }

  const roles = (project: string) =>
    ["image-resizer", "nightly-report", "ops-host", "orders-api"].map((name) => `${project}-dev-${name}`);

  it("makes a project whose stack dev has the workloads of the example", async () => {
    await create("books", "--stack", "dev", "--config", "aws:region=eu-west-1");
    const { config } = parse(readFileSync(at("books", "Pulumi.dev.yaml"), "utf8")) as {
      config: Record<string, unknown>;
    };
    assert.deepEqual(
      [
        config["aws:region"],
        config["instance-profiles:environment"],
        await previewedRoles(at("books"), "dev"),
      ],
      ["eu-west-1", "dev", roles("books")],
    );
  });

  it("makes a project whose next sandbox command knows what came along of a sandbox that was running", async () => {
    const running = sandboxFolder(at("clone", ".sandbox"));
    const files = (project: string) =>
      stackNames(at(project)).map((stack) => readFileSync(at(project, stackFileName(stack)), "utf8"));
    const before = files("clone");
    mkdirSync(running.scratch, { recursive: true });
    writeRecord(running.toolchainRecord, { folder: running.root });
    lendSalt(at("clone"), running, "v1:c2FsdA==:v1:nonce:text");
    await create("plays", "--generate-only");
    const [lent, copied] = [files("plays"), sandboxFolder(at("plays", ".sandbox"))];
    assert.deepEqual(lent, files("clone"));
    assert.equal(copiedFrom(copied), at("clone"));
    rmSync(copied.running, { recursive: true });
    takeBackSalt(at("plays"), copied);
    takeBackSalt(at("clone"), running);
    rmSync(running.root, { recursive: true });
    assert.deepEqual([files("plays"), files("clone")], [before, before]);
  });

  it("makes a project without a stack, which a stack makes whole", async () => {
    await create("films", "--generate-only");
    await succeeds(capture(at("bin", "npm"), ["install"], { cwd: at("films"), env: environment }));
    await succeeds(pulumi(at("films"), "stack", "init", "dev"));
    assert.deepEqual(await previewedRoles(at("films"), "dev"), roles("films"));
  });

  it("makes a stack of another name, which gets its first workload from a command", async () => {
    await create("shoes", "--stack", "test", "--config", "instance-profiles:environment=test");
    const empty = await pulumi(at("shoes"), "preview", "--stack", "test");
    assert.match(empty.stdout + empty.stderr, /workloads: missing, want a map with at least one workload/);
    const main = ["bin/main.mjs", "workload"];
    const grant = ["--access", "s3=test-shoes:read"];
    await succeeds(
      capture(process.execPath, [...main, "add", "shelf", "--stack", "test", ...grant], {
        cwd: at("shoes"),
        env: environment,
      }),
    );
    assert.deepEqual(await previewedRoles(at("shoes"), "test"), ["shoes-test-shelf"]);
  });
});
