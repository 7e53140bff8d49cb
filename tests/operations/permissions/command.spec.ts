import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { capture } from "../../../commandLine/processes/run.ts";
import type { RevisionDiff } from "../../../operations/permissions/diff.ts";
import { projectFolder } from "../../../sandbox/paths.ts";
import { temporaryFolder } from "../../sandbox/temporaryFolder.ts";
import { stackFile } from "./stackFiles.ts";

const reads = { api: { access: [{ s3: { bucket: "orders-assets", level: "read" } }] } };
const writes = { api: { access: [{ s3: { bucket: "orders-assets", level: "readWrite" } }] } };
const gain = "gains write on s3://orders-assets/* (s3:AbortMultipartUpload, s3:DeleteObject, s3:PutObject)";

const administratorException = JSON.stringify({
  policy: "no-star-star-grants",
  urn: "urn:pulumi:prod::shop::instance-profiles:components:Workload$instance-profiles:components:InstanceRole$aws:iam/rolePolicyAttachment:RolePolicyAttachment::api-managed-AdministratorAccess",
  finding: 'policyArn: got "arn:aws:iam::aws:policy/AdministratorAccess"',
  reason: "The migration of the account, ticket OPS-123",
  expires: new Date().toISOString().slice(0, 10),
});

/** The command as npm starts it. */
function permissions(cwd: string, ...args: string[]) {
  const file = (name: string) => path.join(projectFolder, name);
  const start = [file("bin/main.mjs"), "permissions"];
  return capture(process.execPath, [...start, ...args], { cwd });
}

describe("npm run permissions", () => {
  const root = temporaryFolder();

  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      cwd: root(),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();

  /** A repository whose project lies in a folder of it, or at its root. */
  function repository(folder: string): string {
    git("init", "--quiet", "--initial-branch", "main");
    const project = path.join(root(), folder);
    mkdirSync(project, { recursive: true });
    writeFileSync(path.join(project, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), stackFile(reads));
    git("add", "--all");
    git("commit", "--quiet", "--message", "reads");
    return project;
  }

  const changes = async (project: string, ...args: string[]) => {
    const { code, stdout, stderr } = await permissions(project, "diff", "--format", "json", ...args);
    assert.equal(code, 0, stderr);
    const { workloads } = JSON.parse(stdout) as RevisionDiff;
    return workloads.map(({ stack, workload, kind }) => `${stack} ${workload} ${kind}`);
  };

  for (const folder of [".", "infrastructure/shop"])
    it(`compares what is not committed with a commit, with the project in ${folder}`, async () => {
      const project = repository(folder);
      writeFileSync(path.join(project, "Pulumi.prod.yaml"), stackFile(writes));
      const args = ["diff", "--base", "main", "--format", "markdown"];
      const { code, stdout, stderr } = await permissions(project, ...args);
      assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
      assert.ok(stdout.includes(`**api** (prod) ${gain.replace("*", "\\*")}`), stdout);
    });

  it("compares with where the branch began, not with what the base has got since then", async () => {
    const project = repository(".");
    git("checkout", "--quiet", "-b", "topic");
    git("checkout", "--quiet", "main");
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), stackFile(writes));
    git("commit", "--quiet", "--all", "--message", "writes");
    git("checkout", "--quiet", "topic");
    assert.deepEqual(await changes(project, "--base", "main"), []);
  });

  it("shows stacks that are new and stacks that are gone, and only the one that is asked for", async () => {
    const project = repository(".");
    writeFileSync(path.join(project, "Pulumi.dev.yaml"), stackFile(reads));
    rmSync(path.join(project, "Pulumi.prod.yaml"));
    assert.deepEqual(
      [await changes(project, "--base", "main"), await changes(project, "--base", "main", "--stack", "prod")],
      [["dev api added", "prod api removed"], ["prod api removed"]],
    );
  });

  it("goes on where the base is broken, and says so", async () => {
    const project = repository(".");
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), "config: {instance-profiles:workloads: [}");
    git("commit", "--quiet", "--all", "--message", "broken");
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), stackFile(reads));
    const { code, stdout } = await permissions(project, "diff", "--base", "main");
    assert.deepEqual(
      [
        code,
        /│ prod /.test(stdout),
        /read only in part.*Pulumi\.prod\.yaml is not valid YAML at line /.test(stdout),
      ],
      [0, true, true],
      stdout,
    );
  });

  it("notes other settings of AWS, without their values", async () => {
    const project = repository(".");
    const settings = { "aws:profile": "prod-admin" };
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), stackFile(reads, settings));
    const { code, stdout } = await permissions(project, "diff", "--base", "main");
    const note =
      "prod has other settings of AWS (aws:profile): it may be deployed elsewhere, or by somebody else.";
    assert.deepEqual([code, stdout.split("\n").slice(1)], [0, [note, ""]]);
  });

  it("reads the exceptions of the policy pack, and ends with 0 all the same", async () => {
    const project = repository(".");
    const attach = { api: { ...reads.api, managedPolicies: ["AdministratorAccess"] } };
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), stackFile(attach));
    mkdirSync(path.join(project, "policypack"));
    writeFileSync(path.join(project, "policypack", "exceptions.yaml"), `[${administratorException}]`);
    const { code, stdout } = await permissions(project, "diff", "--base", "main", "--format", "json");
    const risks = (JSON.parse(stdout) as RevisionDiff).workloads.flatMap((workload) => workload.risks);
    assert.deepEqual([code, risks.map(({ refused }) => refused)], [0, [false]]);
  });

  for (const [what, more] of [
    ["config", "config:\n  instance-profiles:environment: x\n"],
    ["stackConfigDir", "stackConfigDir: conf\n"],
  ] as const)
    it(`refuses a project whose Pulumi.yaml has ${what}, from where rights may come`, async () => {
      const project = repository(".");
      writeFileSync(path.join(project, "Pulumi.yaml"), `name: shop\nruntime: nodejs\n${more}`);
      const { code, stderr } = await permissions(project, "diff", "--base", "main");
      const sentence = `permissions: Pulumi.yaml of the working tree has ${what}, which this command does not read: move what it says into the stack files beside it\n`;
      assert.deepEqual([code, stderr], [2, sentence]);
    });

  it("reads a number as Pulumi does, and so one with a zero in front as octal", async () => {
    const project = repository(".");
    const own = "  instance-profiles:workloads:\n    api: { maxSessionHours: 014 }\n";
    const text = `config:\n  instance-profiles:environment: test\n${own}`;
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), text);
    const { code, stdout } = await permissions(project, "diff", "--base", "main", "--format", "json");
    const { workloads } = JSON.parse(stdout) as RevisionDiff;
    assert.deepEqual(
      [code, workloads.flatMap(({ settings }) => settings.map(({ text: said }) => said))],
      [0, ["may be assumed for 12 h instead of 1 h"]],
    );
  });

  it("names the file that holds more aliases than can be", async () => {
    const project = repository(".");
    const levels = Array.from({ length: 12 }, (_, index) => {
      const aliases = Array.from({ length: 9 }, () => `*a${index}`).join(", ");
      return `a${index + 1}: &a${index + 1} [${aliases}]`;
    });
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), ["a0: &a0 [x]", ...levels, ""].join("\n"));
    const { code, stderr } = await permissions(project, "show", "--stack", "prod");
    assert.deepEqual(
      [code, /^permissions: Pulumi\.prod\.yaml:\d+:\d+: got aliases for more than \d+ values/.test(stderr)],
      [2, true],
      stderr,
    );
  });

  it("shows no word of a file that is no YAML, which may hold a key", async () => {
    const project = repository(".");
    const key = `AKIA${"Z7".repeat(8)}`;
    const broken = `config:\n  b: {${key}: 1, ${key}: 2}\n  a: "${key}\n`;
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), broken);
    git("commit", "--quiet", "--all", "--message", "broken");
    const head = await permissions(project, "show", "--stack", "prod");
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), stackFile(reads));
    const base = await permissions(project, "diff", "--base", "main", "--format", "markdown");
    const said = `${head.stdout}${head.stderr}${base.stdout}${base.stderr}`;
    assert.deepEqual([head.code, base.code, said.includes(key.slice(4, 12))], [2, 0, false], said);
    assert.match(base.stdout, /Pulumi\.prod\.yaml is not valid YAML at line \d+, column \d+ \([a-z ]+\)/);
  });

  it("ends with 2 and everything that is wrong with the stack files", async () => {
    const project = repository(".");
    writeFileSync(path.join(project, "Pulumi.prod.yaml"), stackFile({ api: { acess: [] }, Shop: {} }));
    writeFileSync(path.join(project, "Pulumi.dev.yaml"), "config: {a: [}");
    const { code, stdout, stderr } = await permissions(project, "diff", "--base", "main");
    assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
    assert.match(
      stderr,
      /^permissions: Pulumi\.dev\.yaml is not valid YAML at line 1, column \d+ \(bad indent\)\nPulumi\.prod\.yaml: The stack configuration has 2 errors:\n.*unknown key; did you mean "access"\?\n.*Shop: got "Shop", want a name of 1 to 32/,
    );
  });

  (existsSync("/dev/full") ? it : it.skip)("ends with 2 and a sentence where the disk is full", async () => {
    const project = repository(".");
    const file = (name: string) => JSON.stringify(path.join(projectFolder, name));
    const show = `node ${file("bin/main.mjs")} permissions show --stack prod`;
    const { code, stderr } = await capture("sh", ["-c", `${show} > /dev/full`], { cwd: project });
    const sentence =
      "cannot write the result: no space left on the disk: free some and run the command again\n";
    assert.deepEqual([code, stderr], [2, sentence]);
  });

  for (const [args, sentence] of [
    [
      ["diff", "--base", "nope"],
      /^permissions: no commit "nope" in this repository: fetch it, as in "git fetch origin main", or name another with --base$/,
    ],
    [["diff", "--base", "--output=/tmp/x"], /^permissions: no commit "--output=\/tmp\/x" in this repository/],
    [
      ["diff", "--base", "main", "--stack", "prd"],
      /^permissions: no stack "prd": there is no Pulumi\.prd\.yaml; did you mean "prod"\?; stacks are prod$/,
    ],
    [["diff"], /^error: required option '--base <commit>' not specified$/],
    [
      ["diff", "--base", "main", "--format", "xml"],
      /^error: option '--format <format>' argument 'xml' is invalid\. Allowed choices are table, markdown, json\.$/,
    ],
    [["show", "--stack", "prd"], /^permissions: no stack "prd"/],
    [["dif"], /^error: unknown command 'dif'/],
  ] as const)
    it(`ends with 2 and a sentence: ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await permissions(repository("."), ...args);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
      assert.match(stderr.split("\n")[0] ?? "", sentence);
    });

  it("says that a folder outside of git cannot be compared", async () => {
    // A folder below this repository would be in it.
    git("init", "--quiet");
    rmSync(path.join(root(), ".git"), { recursive: true });
    const { code, stderr } = await capture(
      process.execPath,
      [path.join(projectFolder, "bin/main.mjs"), "permissions", "diff", "--base", "main"],
      { cwd: root(), env: { ...process.env, GIT_CEILING_DIRECTORIES: path.dirname(root()) } },
    );
    assert.deepEqual(
      [code, /is in no git repository: a permission diff needs one to compare with\n$/.test(stderr)],
      [2, true],
      stderr,
    );
  });
});
