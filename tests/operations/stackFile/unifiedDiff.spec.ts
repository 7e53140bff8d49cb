import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { patchStack } from "../../../operations/review/patchStack.ts";
import { unifiedDiff } from "../../../operations/stackFile/unifiedDiff.ts";
import { compileOne, orders, stackFile } from "../review/reviewFixture.ts";

const workload = `
access:
  # Announces orders.
  - sqs: { queue: orders, level: sendReceive } # by name
  - sns: { topic: orders, level: publish }
managedPolicies: [AmazonSSMManagedInstanceCore]`;

const edits = [
  { path: ["access", 0, "sqs", "level"], values: ["send"] },
  { path: ["access", 1], values: [] },
  { path: ["managedPolicies", 0], values: [] },
];

const files: readonly (readonly [string, string, string])[] = [
  ["at the root of a repository", "Pulumi.dev.yaml", stackFile(workload)],
  ["in a folder of a repository", "infra/iam roles/Pulumi.dev.yaml", stackFile(workload)],
  ["with CRLF", "Pulumi.dev.yaml", stackFile(workload, "\r\n")],
  ["without a line end at its end", "Pulumi.dev.yaml", stackFile(workload).trimEnd()],
];

describe("the patch of a stack file", () => {
  let repository = "";
  const gitIn = (folder: string, ...args: readonly string[]) =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  beforeEach(() => {
    repository = mkdtempSync(path.join(tmpdir(), "patch-"));
    gitIn(repository, "init", "--quiet");
    gitIn(repository, "config", "core.autocrlf", "false");
  });
  afterEach(() => {
    rmSync(repository, { recursive: true });
  });

  it("is a unified diff", async () => {
    const text = stackFile(workload);
    const patched = await patchStack(text, [{ declared: await orders(workload), edits }], compileOne);
    assert.deepEqual(unifiedDiff("infra/Pulumi.dev.yaml", text, patched.text).split("\n"), [
      "--- a/infra/Pulumi.dev.yaml",
      "+++ b/infra/Pulumi.dev.yaml",
      "@@ -7,6 +7,4 @@",
      "     orders:",
      "       access:",
      "         # Announces orders.",
      "-        - sqs: { queue: orders, level: sendReceive } # by name",
      "-        - sns: { topic: orders, level: publish }",
      "-      managedPolicies: [AmazonSSMManagedInstanceCore]",
      "+        - sqs: { queue: orders, level: send } # by name",
      "",
    ]);
  });

  for (const [name, file, text] of files)
    it(`is accepted by git for a file ${name}`, async () => {
      const project = path.join(repository, path.dirname(file));
      mkdirSync(project, { recursive: true });
      writeFileSync(path.join(repository, file), text);
      const patched = await patchStack(text, [{ declared: await orders(workload), edits }], compileOne);
      assert.deepEqual(Object.fromEntries(patched.refused), {});
      assert.notEqual(patched.text, text);
      writeFileSync(path.join(project, "review.patch"), unifiedDiff(file, text, patched.text));
      gitIn(project, "apply", "--check", "review.patch");
      gitIn(project, "apply", "review.patch");
      assert.equal(readFileSync(path.join(repository, file), "utf8"), patched.text);
    });
});
