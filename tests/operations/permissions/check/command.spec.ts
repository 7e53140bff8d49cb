import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { capture } from "../../../../commandLine/processes/run.ts";
import { projectFolder } from "../../../../sandbox/paths.ts";
import { temporaryFolder } from "../../../sandbox/temporaryFolder.ts";

const refused = `config:
  instance-profiles:environment: test
  instance-profiles:workloads:
    api:
      managedPolicies:
        - AdministratorAccess
`;
const risky = refused.replace("AdministratorAccess", "AmazonS3FullAccess");
const right = refused.replace("AdministratorAccess", "AmazonSSMManagedInstanceCore");
const unknown = `environment: [shared]\n${right}`;

describe("npx instance-profiles permissions check", () => {
  const root = temporaryFolder();

  function run(...args: string[]) {
    return capture(process.execPath, [path.join(projectFolder, "bin/main.mjs"), ...args], { cwd: root() });
  }

  function project(text: string) {
    writeFileSync(path.join(root(), "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    writeFileSync(path.join(root(), "Pulumi.dev.yaml"), text);
  }

  for (const [what, text, args, code] of [
    ["nothing", right, [], 0],
    ["what the pack advises against", risky, [], 0],
    ["what the pack advises against, if that is asked for", risky, ["--fail-on", "refused,risky"], 1],
    ["what the pack refuses", refused, [], 1],
    ["what the pack refuses, unless nothing is asked for", refused, ["--fail-on", "none"], 0],
    ["what the pack refuses, where only advice is asked for", refused, ["--fail-on", "risky"], 0],
    ["what is not read", unknown, [], 0],
    ["what is not read, if that is asked for", unknown, ["--fail-on", "unknown"], 1],
    ["a stack that is not there", right, ["--stack", "prd"], 2],
    ["a word that is none", right, ["--fail-on", "refuse"], 2],
  ] as const)
    it(`ends with ${code} for ${what}`, async () => {
      project(text);
      const result = await run("permissions", "check", ...args);
      assert.equal(result.code, code, result.stdout + result.stderr);
    });

  it("ends with 2 where there is no stack file", async () => {
    writeFileSync(path.join(root(), "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    const { code, stderr } = await run("permissions", "check");
    assert.deepEqual([code, /^permissions: there is no stack file here/.test(stderr)], [2, true], stderr);
  });

  it("offers the exception that excuses what it refuses, which add writes, and list lists", async () => {
    project(refused);
    const comment = "# Kept.\n";
    mkdirSync(path.join(root(), "policypack"));
    const file = path.join(root(), "policypack", "exceptions.yaml");
    writeFileSync(file, comment);
    const reason = "The move of the account, OPS-123";
    const { stdout } = await run("permissions", "check");
    const [offered = ""] = /^- policy: [^]*$/m.exec(stdout) ?? [];
    const added = await run("exception", "add", "Pulumi.dev.yaml:6", "--reason", reason);
    assert.equal(added.code, 0, added.stderr);
    assert.equal(
      readFileSync(file, "utf8"),
      comment + offered.replace("'' # why this may pass, in at least 20 characters", `'${reason}'`),
    );
    const after = await run("permissions", "check");
    const listed = await run("exception", "list", "--json");
    const { exceptions } = JSON.parse(listed.stdout) as { exceptions: { state: string }[] };
    assert.deepEqual(
      [after.code, listed.code, exceptions.map(({ state }) => state)],
      [0, 0, ["in force"]],
      after.stdout,
    );
    const again = await run("exception", "add", "Pulumi.dev.yaml:6", "--reason", reason);
    assert.equal(again.code, 2);
    assert.match(again.stderr, /^exception: an exception excuses already what is at Pulumi\.dev\.yaml:6: /);
    project(right);
    const unused = await run("exception", "list", "--json");
    assert.deepEqual([unused.code, /"state": "unused"/.test(unused.stdout)], [1, true], unused.stdout);
  });

  for (const [what, args, sentence] of [
    [
      "a short reason",
      ["Pulumi.dev.yaml:6", "--reason", "so"],
      /takes no such exception: reason: want at least 20/,
    ],
    [
      "a date too far away",
      ["Pulumi.dev.yaml:6", "--reason", "The move of the account", "--expires", "2999-01-01"],
      /takes no such exception: expires: got 2999-01-01, want .* 90 days at most/,
    ],
    [
      "a day that is over",
      ["Pulumi.dev.yaml:6", "--reason", "The move of the account", "--expires", "2020-01-01"],
      /takes no such exception: expires: got 2020-01-01, want today or later/,
    ],
    [
      "a place without a finding",
      ["Pulumi.dev.yaml:1", "--reason", "The move"],
      /finds nothing at Pulumi\.dev\.yaml:1/,
    ],
    ["no finding", ["--reason", "The move of the account"], /name a place such as Pulumi\.dev\.yaml:12/],
  ] as const)
    it(`adds no exception with ${what}`, async () => {
      project(refused);
      const { code, stderr } = await run("exception", "add", ...args);
      assert.equal(code, 2);
      assert.match(stderr, sentence);
    });

  it("shows one workload, in the stacks that have it", async () => {
    project(right);
    writeFileSync(path.join(root(), "Pulumi.prod.yaml"), right.replace("api:", "web:"));
    const { code, stdout } = await run("permissions", "show", "web", "--json");
    const { stack, workloads } = JSON.parse(stdout) as { stack: string; workloads: { name: string }[] };
    const wrong = await run("permissions", "show", "wob");
    assert.deepEqual([code, stack, workloads.map(({ name }) => name), wrong.code], [0, "prod", ["web"], 2]);
    assert.match(wrong.stderr, /no workload "wob" in dev, prod; did you mean "web"\?/);
  });
});
