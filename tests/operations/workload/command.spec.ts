import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";
import { capture } from "../../../commandLine/processes/run.ts";
import { projectFolder } from "../../../sandbox/paths.ts";
import { temporaryFolder } from "../../sandbox/temporaryFolder.ts";

const files = ["Pulumi.yaml", "Pulumi.dev.yaml", "Pulumi.prod.yaml", "workloads"];

describe("npm run workload", () => {
  const root = temporaryFolder();
  beforeEach(() => {
    for (const file of files)
      cpSync(path.join(projectFolder, file), path.join(root(), file), { recursive: true });
  });

  /** The command as npm starts it, on no terminal. */
  function workload(...args: string[]) {
    const file = (name: string) => path.join(projectFolder, name);
    const start = [file("bin/main.mjs"), "workload"];
    return capture(process.execPath, [...start, ...args], { cwd: root() });
  }

  const text = (stack: string) => readFileSync(path.join(root(), `Pulumi.${stack}.yaml`), "utf8");
  const shipped = (stack: string) => readFileSync(path.join(projectFolder, `Pulumi.${stack}.yaml`), "utf8");

  it("adds a workload like another, and says what it may do and what comes next", async () => {
    const { code, stdout, stderr } = await workload(
      "add",
      "mailer",
      "--stack",
      "dev",
      "--like",
      "image-resizer",
    );
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(
      stdout,
      /^Pulumi\.dev\.yaml has the workload mailer now\.\nIts description and launch are those of image-resizer: change what differs\.\n[^]*\n {2}read on s3:\/\/dev-shop-pictures\/uploads\/\* \(s3:GetObject\)\n[^]*\n\nnext: pulumi preview --stack dev --policy-pack policypack\n$/,
    );
    const block = /\n\n {4}# Turns uploads[^]*sizeGiB: 20\n/.exec(shipped("dev"))?.[0] ?? "";
    assert.equal(
      text("dev"),
      shipped("dev") +
        block
          .slice(1)
          .replace("resizer:\n", "mailer:\n")
          .replace("image-mailer", "mailer")
          .replace("/dev/image-resizer", "/dev/mailer"),
    );
  });

  it("adds a workload of its options", async () => {
    const { code } = await workload(
      ...["add", "mailer", "--stack", "dev", "--access", "s3=dev-invoices/outgoing/:read", "--access"],
      ...["sqs=dev-mail-jobs:receive", "--description", "Mails: invoices", "--image", "al2023"],
      ...["--instance-type", "t3.micro"],
    );
    assert.deepEqual(
      [code, text("dev")],
      [
        0,
        `${shipped("dev")}
    mailer:
      description: "Mails: invoices"
      access:
        - s3: { bucket: dev-invoices, prefix: outgoing/, level: read }
        - sqs: { queue: dev-mail-jobs, level: receive }
      launch:
        image: al2023
        instanceType: t3.micro
`,
      ],
    );
  });

  it("writes access and statements side by side", async () => {
    const { code, stderr } = await workload(
      ...["add", "mailer", "--stack", "dev", "--access", "sns=mails:publish", "--statement"],
      ...["sqs:ListQueues on *", "--statement"],
      "s3:GetObject,s3:GetObjectTagging on arn:aws:s3:::orders/*,arn:aws:s3:::mails/*",
    );
    assert.deepEqual(
      [code, stderr, text("dev")],
      [
        0,
        "",
        `${shipped("dev")}
    mailer:
      access:
        - sns: { topic: mails, level: publish }
      statements:
        - actions: [ sqs:ListQueues ]
          resources: [ "*" ]
        - actions: [ s3:GetObject, s3:GetObjectTagging ]
          resources: [ arn:aws:s3:::orders/*, arn:aws:s3:::mails/* ]
`,
      ],
    );
  });

  it("copies a secret within its stack, of which it shows nothing", async () => {
    const secret = "      description: { secure: v1:hidden }\n";
    const file = path.join(root(), "Pulumi.dev.yaml");
    writeFileSync(file, text("dev").replace("      description: A shell through Session Manager\n", secret));
    const { code, stdout } = await workload("add", "mailer", "-s", "dev", "--like", "ops-host");
    assert.deepEqual([code, text("dev").split(secret).length, stdout.includes("hidden")], [0, 3, false]);
  });

  it("keeps the mode of a file, writes through a link and leaves nothing behind", async () => {
    const file = path.join(root(), "Pulumi.dev.yaml");
    renameSync(file, path.join(root(), "real.yaml"));
    symlinkSync("real.yaml", file);
    chmodSync(file, 0o640);
    const { code } = await workload("add", "mailer", "--stack", "dev", "--access", "sns=mails:publish");
    assert.deepEqual(
      [code, lstatSync(file).isSymbolicLink(), statSync(file).mode & 0o777, text("dev").includes("mailer:")],
      [0, true, 0o640, true],
    );
    assert.deepEqual(readdirSync(root()).sort(), [...files, "real.yaml"].sort());
  });

  it("prints a dry run as a diff and writes nothing", async () => {
    const { code, stdout } = await workload("add", "mailer", "-s", "dev", "--like", "ops-host", "--dry-run");
    assert.deepEqual([code, text("dev")], [0, shipped("dev")]);
    assert.match(stdout, /^--- a\/Pulumi\.dev\.yaml\n\+\+\+ b\/Pulumi\.dev\.yaml\n@@[^]*\n\+ {4}mailer:\n/);
  });

  it("takes a workload over after a yes, and shows it in words", async () => {
    const { code, stdout } = await workload("promote", "ops-host", "--from", "dev", "--to", "prod", "--yes");
    assert.deepEqual([code, text("prod")], [0, shipped("prod")]);
    assert.equal(stdout, "Pulumi.prod.yaml has ops-host as Pulumi.dev.yaml has it, nothing to do\n");
    const report = await workload("promote", "nightly-report", "--from", "dev", "--to", "prod", "--yes");
    assert.match(
      report.stdout,
      /\n\+ {6}statements:\n[^]*gains read on every resource of pricing[^]*\nPulumi\.prod\.yaml is written\.\nnext: /,
    );
    assert.match(
      text("prod"),
      /announces the result\.\n {4}nightly-report:[^]*\n {6}statements:\n[^]*\n {8}instanceType: m6i\.xlarge\n/,
    );
  });

  it("refuses to take over where nobody agrees, with 1", async () => {
    const { code, stdout, stderr } = await workload(
      "promote",
      "nightly-report",
      "--from",
      "dev",
      "--to",
      "prod",
    );
    assert.deepEqual(
      [code, stderr, text("prod"), stdout.includes("+      statements:")],
      [
        1,
        "workload: refused, nothing was written: no terminal to ask on; add --yes if a script means it\n",
        shipped("prod"),
        true,
      ],
    );
  });

  for (const [answer, code, isWritten] of [
    ["y", 0, true],
    ["n", 1, false],
    ["", 1, false],
  ] as const)
    it(`asks on a terminal before it takes over, and heeds the answer "${answer}"`, () => {
      const file = (name: string) => path.join(projectFolder, name);
      const terminal = ["-c", "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"];
      const command = [process.execPath, file("bin/main.mjs"), "workload"];
      const args = ["promote", "nightly-report", "--from", "dev", "--to", "prod"];
      const { status, stdout } = spawnSync("python3", [...terminal, ...command, ...args], {
        cwd: root(),
        input: `${answer}\n`,
        encoding: "utf8",
      });
      assert.deepEqual([status, text("prod") !== shipped("prod")], [code, isWritten], stdout);
      assert.ok(stdout.includes("Write this to Pulumi.prod.yaml (y/N)?"), stdout);
    });

  it("shows a dry run of a take-over and needs no yes", async () => {
    const { code } = await workload(
      "promote",
      "nightly-report",
      "--from",
      "dev",
      "--to",
      "prod",
      "--dry-run",
    );
    assert.deepEqual([code, text("prod")], [0, shipped("prod")]);
  });

  for (const [args, sentence] of [
    [
      ["add", "ops-host", "-s", "dev"],
      /^workload: Pulumi\.dev\.yaml has a workload "ops-host" already: choose another name/,
    ],
    [["add", "Mailer", "-s", "dev"], /^workload: got the name "Mailer", want .*, such as mailer\n$/],
    [
      ["add", "mailer", "-s", "de"],
      /^workload: no stack "de": there is no Pulumi\.de\.yaml; did you mean "dev"\?/,
    ],
    [
      ["add", "mailer", "-s", "dev"],
      /^workload: nothing says what the workload may do, and there is no terminal to ask on: add --like/,
    ],
    [
      ["add", "mailer", "-s", "dev", "--like", "opshost"],
      /^workload: no workload "opshost" in Pulumi\.dev\.yaml; did you mean "ops-host"\?/,
    ],
    [
      ["add", "mailer", "-s", "dev", "--like", "ops-host", "--image", "al2023"],
      /^error: option '--image <image>' cannot be used with option '--like <workload>'/,
    ],
    [
      ["add", "mailer", "-s", "dev", "--access", "s3=B:read", "--image", "t3"],
      /^workload: nothing was written, since Pulumi\.dev\.yaml would be wrong\. The stack configuration has 3 errors:\n.*bucket: got "B".*\n.*image: got "t3".*\n.*instanceType: missing/,
    ],
    [
      ["add", "mailer", "-s", "dev", "--access", "s4=a:read", "--statement", "sqs:ListQueues"],
      /^workload: --access s4=a:read: got the service "s4"; did you mean "s3"\?\n--statement: got "sqs:ListQueues", want actions on resources/,
    ],
    [
      [
        "add",
        "mailer",
        "-s",
        "dev",
        "--statement",
        "sqs:ListQueue on arn:aws:s3:::a",
        "--access",
        "s3=B:read",
      ],
      /^workload: nothing was written, since Pulumi\.dev\.yaml would be wrong\. The stack configuration has 2 errors:\n.*bucket: got "B".*\n.*statements\[0\]\.actions\[0\]: got "sqs:ListQueue", want an action of sqs/,
    ],
    [
      ["promote", "opshost", "--from", "dev", "--to", "prod"],
      /^workload: no workload "opshost" in Pulumi\.dev\.yaml/,
    ],
    [
      ["promote", "ops-host", "--from", "dev", "--to", "dev"],
      /^workload: --from and --to are both dev: name two stacks\n$/,
    ],
    [["promote", "ops-host", "--from", "dev"], /^error: required option '--to <stack>' not specified/],
    [["ad"], /^error: unknown command 'ad'/],
  ] as const)
    it(`ends with 2 and a sentence, and writes nothing: ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await workload(...args);
      assert.deepEqual([code, stdout, text("dev"), text("prod")], [2, "", shipped("dev"), shipped("prod")]);
      assert.match(stderr, sentence);
    });

  it("edits no YAML beside the JSON that Pulumi reads", async () => {
    writeFileSync(path.join(root(), "Pulumi.json"), JSON.stringify({ name: "shop", runtime: "nodejs" }));
    writeFileSync(path.join(root(), "Pulumi.dev.json"), JSON.stringify({ config: {} }));
    const { code, stderr } = await workload("add", "mailer", "-s", "dev", "--access", "sns=mails:publish");
    assert.deepEqual(
      [code, stderr, text("dev")],
      [
        2,
        "workload: Pulumi.dev.json is what Pulumi reads here, and this command edits Pulumi.dev.yaml only: edit it by hand\n",
        shipped("dev"),
      ],
    );
  });

  it("says what is wrong with a stack file that is broken", async () => {
    writeFileSync(path.join(root(), "Pulumi.dev.yaml"), "config: {a: [}\n");
    const { code, stderr } = await workload("add", "mailer", "-s", "dev", "--access", "sns=mails:publish");
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^workload: Pulumi\.dev\.yaml is not valid YAML at line \d+, column \d+ \([a-z ]+\); correct it and run this again\n$/,
    );
  });

  for (const [command, sentence] of [
    ["add", /Without --like, --access and --statement it asks, where it is on a terminal\./],
    ["promote", /launch, tags, permissionsBoundary, maxSessionHours and attachTo stay\./],
  ] as const)
    it(`explains ${command} with examples and exit codes`, async () => {
      const { code, stdout } = await workload(command, "--help");
      assert.deepEqual([code, sentence.test(stdout), /\nExit code: 0 /.test(stdout)], [0, true, true]);
    });
});
