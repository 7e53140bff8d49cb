import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { commands } from "../../bin/commands.ts";
import { capture } from "../../commandLine/processes/run.ts";
import { projectFolder } from "../../sandbox/paths.ts";

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

/** What is not the project: what npm and the commands make, and what is for those who work on it. */
const leftOut = /^(?:node_modules|\.git|\.sandbox|\.fleet|\.ci|tests|testing|benchmarks|docs)$/;

const rooms = "{bin,bootstrap,commandLine,components,iam,operations,policypack,sandbox,secrets}";

/** Programs that begin to run when they are loaded, and what runs in a browser. */
const begins = /(?:^|\/)(?:main\.ts|browser\/.*)$|^(?:bootstrap|policypack)\/index\.ts$/;

describe('after "npm ci --omit=dev"', () => {
  let folder = "";
  const root = () => folder;

  /** The project as npm leaves it, committed to a repository of its own. */
  before(() => {
    folder = mkdtempSync(path.join(realpathSync(tmpdir()), "runtime-packages-"));
    for (const name of readdirSync(projectFolder).filter((name) => !leftOut.test(name)))
      cpSync(path.join(projectFolder, name), path.join(root(), name), { recursive: true });
    const { packages } = JSON.parse(readFileSync(path.join(root(), "package-lock.json"), "utf8")) as Lock;
    const kept = Object.entries(packages).filter(([name, { dev }]) => name !== "" && dev !== true);
    const installed = kept.filter(([name]) => existsSync(path.join(projectFolder, name)));
    for (const [name] of installed.filter(([name]) => name.lastIndexOf("node_modules") === 0)) {
      mkdirSync(path.dirname(path.join(root(), name)), { recursive: true });
      symlinkSync(path.join(projectFolder, name), path.join(root(), name));
    }
    // npm's record of what it installed, without which a command would install everything.
    const record = JSON.stringify({ packages: Object.fromEntries(kept) });
    writeFileSync(path.join(root(), "node_modules", ".package-lock.json"), record);
    writeFileSync(path.join(root(), ".gitignore"), "node_modules/\n");
    for (const args of [
      ["init", "--quiet"],
      ["add", "--all"],
      ["commit", "--quiet", "--message", "all"],
    ])
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: root() });
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const call = (...args: string[]) =>
    capture(process.execPath, [path.join(root(), "bin", "main.mjs"), ...args], {
      cwd: root(),
      env: { ...process.env, PULUMI_BACKEND_URL: `file://${root()}`, AWS_EC2_METADATA_DISABLED: "true" },
    });

  it("every file that a command may load finds its packages", async () => {
    const files = globSync(`${rooms}/**/*.ts`, { cwd: root() }).filter((file) => !begins.test(file));
    const load = `for (const file of ${JSON.stringify(files)}) await import("./" + file).catch((error) => console.log(file, error.message));`;
    const node = ["--input-type=module", "--eval", load];
    const { stdout, stderr } = await capture(process.execPath, node, { cwd: root() });
    assert.deepEqual([files.length > 300, stdout], [true, ""], stderr);
  });

  it("every program that begins to run when it is loaded finds its packages", () => {
    const files = globSync(`${rooms}/**/*.ts`, { cwd: root() }).filter((file) => begins.test(file));
    const missing = files.flatMap((file) => {
      const text = readFileSync(path.join(root(), file), "utf8");
      const names = Array.from(
        text.matchAll(/^import (?!type).*? from "([^.][^"]*)";$/gms),
        ([, name]) => name,
      );
      const packages = names.map((name = "") => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? "");
      return packages
        .filter((name) => !name.startsWith("node:") && !existsSync(path.join(root(), "node_modules", name)))
        .map((name) => `${file}: ${name}`);
    });
    assert.deepEqual(missing, []);
  });

  it("every command explains itself", async () => {
    const names = Object.keys(commands);
    const explain = `
      const { programFor } = await import("./bin/commands.ts");
      for (const name of ${JSON.stringify(names)}) {
        const program = await programFor(name, process.cwd());
        console.log(program.commands.find((one) => one.name() === name).helpInformation().split(" [")[0]);
      }`;
    const node = ["--input-type=module", "--eval", explain];
    const { stdout, stderr } = await capture(process.execPath, node, { cwd: root() });
    const usages = names.map((name) => `Usage: instance-profiles ${name}\n`);
    assert.deepEqual([stdout, stderr], [usages.join(""), ""]);
  });

  for (const { args, says } of [
    { args: ["permissions", "show", "--stack", "dev"], says: /orders-api/ },
    { args: ["permissions", "show", "--stack", "dev", "--format", "html"], says: /^<!doctype html>/ },
    { args: ["permissions", "diff", "--base", "HEAD"], says: /^No change of rights/ },
    {
      args: ["workload", "add", "mailer", "--stack", "dev", "--like", "orders-api", "--dry-run"],
      says: /^\+ +mailer:/m,
    },
    {
      args: ["workload", "promote", "orders-api", "--from", "dev", "--to", "prod", "--dry-run"],
      says: /orders-api/,
    },
    { args: ["fleet", "plan", "--stacks", "*", "--json"], says: /^\{"include":/ },
    { args: ["sandbox", "down"], says: /^the sandbox was not running/ },
  ])
    it(`"instance-profiles ${args.join(" ")}" works`, async () => {
      const { code, stdout, stderr } = await call(...args);
      assert.deepEqual([code, stderr], [0, ""]);
      assert.match(stdout, says);
    });

  for (const args of [
    ["verify", "--stack", "nope"],
    ["review", "--stack", "nope"],
    ["history", "orders-api", "--stack", "nope"],
    ["rollback", "orders-api", "--stack", "nope", "--to", "v1"],
    ["recover", "--stack", "nope"],
  ])
    it(`"instance-profiles ${args.join(" ")}" gets as far as Pulumi`, async () => {
      const { code, stdout, stderr } = await call(...args);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.doesNotMatch(stderr, /this is a bug|Cannot find/);
    });
});
