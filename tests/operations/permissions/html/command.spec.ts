import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { capture } from "../../../../commandLine/processes/run.ts";
import { projectFolder } from "../../../../sandbox/paths.ts";
import { temporaryFolder } from "../../../sandbox/temporaryFolder.ts";
import { stackFile } from "../stackFiles.ts";

describe("permissions show --format html", () => {
  const root = temporaryFolder();

  it("prints one page of the stack file, without AWS and without an engine", async () => {
    const api = { access: [{ s3: { bucket: "orders", level: "read" } }] };
    writeFileSync(path.join(root(), "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    writeFileSync(path.join(root(), "Pulumi.prod.yaml"), stackFile({ api }));
    const file = (name: string) => path.join(projectFolder, name);
    const start = [file("bin/main.mjs"), "permissions"];
    const show = ["show", "--stack", "prod", "--format", "html"];
    const { code, stdout, stderr } = await capture(process.execPath, [...start, ...show], { cwd: root() });
    const titles = [...stdout.matchAll(/<(?:title|h1|h3)[^>]*>([^<]*)/g)].map(([, title]) => title);
    assert.deepEqual(
      { code, stderr, begins: stdout.slice(0, 32), titles },
      {
        code: 0,
        stderr: "",
        begins: '<!doctype html>\n<html lang="en">',
        titles: ["Permissions of prod", "What the roles of prod may do", "api"],
      },
    );
  });
});
