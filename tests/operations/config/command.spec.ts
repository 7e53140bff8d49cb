import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { stringify } from "yaml";
import { capture } from "../../../commandLine/processes/run.ts";
import { projectFolder } from "../../../sandbox/paths.ts";
import { temporaryFolder } from "../../sandbox/temporaryFolder.ts";
import { stackFile } from "../permissions/stackFiles.ts";

describe("npx instance-profiles config set", () => {
  const root = temporaryFolder();
  const file = () => path.join(root(), "Pulumi.dev.yaml");
  const workloads = { api: { access: [{ s3: { bucket: "orders", level: "read" } }] } };
  const before = stringify(JSON.parse(stackFile(workloads)));

  beforeEach(() => {
    writeFileSync(path.join(root(), "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    writeFileSync(file(), before);
  });

  const run = (...args: string[]) =>
    capture(process.execPath, [path.join(projectFolder, "bin/main.mjs"), "config", "set", ...args], {
      cwd: root(),
    });

  it("writes one line, and shows it", async () => {
    const { code, stdout } = await run("aws:region", "eu-west-1", "--stack", "dev");
    assert.equal(code, 0);
    assert.equal(readFileSync(file(), "utf8"), before.replace("eu-central-1", "eu-west-1"));
    assert.match(stdout, /^-.*eu-central-1/m);
    assert.match(stdout, /^\+.*eu-west-1/m);
  });

  it("writes nothing with --dry-run", async () => {
    const { code, stdout } = await run("aws:region", "eu-west-1", "--stack", "dev", "--dry-run");
    assert.equal(code, 0);
    assert.match(stdout, /^\+.*eu-west-1/m);
    assert.equal(readFileSync(file(), "utf8"), before);
  });

  it("writes nothing that the program would refuse, nor an access key, and does not repeat it", async () => {
    const key = ["AKIA", "Q7RZ3MNV5KXW2YTP"].join("");
    for (const [name, value] of [
      ["environment", "No Name"],
      ["other:note", key],
    ] as const) {
      const { code, stdout, stderr } = await run(name, value, "--stack", "dev");
      assert.equal(code, 2);
      assert.match(stderr, /^config: nothing was written, since Pulumi\.dev\.yaml would be wrong\./);
      assert.ok(!(stdout + stderr).includes(key));
    }
    assert.equal(readFileSync(file(), "utf8"), before);
  });
});
