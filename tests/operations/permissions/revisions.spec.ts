import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { diffRevisions } from "../../../operations/permissions/compareRevisions.ts";
import { diffLines } from "../../../operations/permissions/diffLines.ts";
import { summary } from "../../../operations/permissions/diffMarkdown.ts";
import { baseRevision, workingTree } from "../../../operations/stackFile/revision.ts";
import { noExceptions } from "../../../policypack/exceptions/exceptions.ts";
import { temporaryFolder } from "../../sandbox/temporaryFolder.ts";
import { stackFile } from "./stackFiles.ts";

const api = { access: [{ s3: { bucket: "orders-assets", level: "read" } }] };
const launched = (userDataFile: string) => ({
  api: { ...api, launch: { image: "al2023", instanceType: "t3.nano", userDataFile } },
});
const otherData = "other | api | prod | runs other code as root at the next launch: other user data";

/** Files by their paths from the top of the repository; a text that begins with `-> ` is a link, null is none. */
type Files = Readonly<Record<string, string | null>>;

const plain: Files = {
  "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
  "Pulumi.prod.yaml": stackFile({ api }),
};

const code = (files: string, decides: string) =>
  `other | the code | all | changed in ${files}, which decides ${decides}`;
const packages = "which code of others runs: in the program, the rules and this command";
const every = "what becomes of every stack file: each role may be another";

const rows: readonly (readonly [
  does: string,
  before: Files,
  after: Files,
  lines: readonly string[],
  notes?: readonly RegExp[],
])[] = [
  [
    "says nothing of documents and tests",
    {},
    { "README.md": "x", "tests/a.spec.ts": "x", "docs/a.ts": "x" },
    [],
  ],
  [
    "shows changed code by what it decides, also what is new, gone and renamed",
    { "components/access/s3.ts": "1", "components/old.ts": "same\n".repeat(9), "iam/arn.ts": "1" },
    {
      "components/access/s3.ts": "2",
      "components/old.ts": null,
      "lib/new.ts": "same\n".repeat(9),
      "iam/arn.ts": null,
      "policypack/exceptions.yaml": "[]",
      "policypack/config/prod.json": "{}",
      "policypack/policies/a.ts": "",
      "operations/a.ts": "",
      "bootstrap/index.ts": "",
      "secrets/a.ts": "",
      ".github/workflows/a.yml": "",
      "package-lock.json": "{}",
      "package.json": "{}",
      ".npmrc": "x",
      ".node-version": "24",
      "main.js": "",
      "index.ts": "",
    },
    [
      code(".node-version, .npmrc, package-lock.json, package.json", packages),
      code(".github/workflows/a.yml", "what runs in pull requests and deployments, and with which rights"),
      code("policypack/exceptions.yaml", "which findings the policy pack lets pass"),
      code("policypack/config/prod.json", "how strictly the policy pack judges a stack"),
      code("policypack/policies/a.ts", "what the policy pack refuses"),
      code("components/access/s3.ts, components/old.ts, index.ts, main.js", every),
      code("iam/arn.ts", "how rights are compiled, compared and judged"),
      code("secrets/a.ts", "which access keys are found"),
      code("bootstrap/index.ts", "what the deploy roles of the account may do"),
      code("operations/a.ts", "what this command shows: run that of the base too"),
      "other | the code | all | changed in lib/new.ts, which may be code that the program or a rule loads",
    ],
  ],
  [
    "shows another way to start the program",
    {},
    {
      "Pulumi.yaml":
        "name: shop\nmain: other\nruntime: {name: nodejs, options: {nodeargs: --import=./x.mjs}}\n",
    },
    [code("Pulumi.yaml", "which program runs, how it is started, and the names of all roles")],
  ],
  [
    "says in one line for a stack that the project has another name",
    {},
    { "Pulumi.yaml": "name: store\nruntime: nodejs\n" },
    [
      "other | the stack | prod | is of the project store instead of shop: every role, profile and policy gets a new name, and what carries the old ones has to be replaced",
      code("Pulumi.yaml", "which program runs, how it is started, and the names of all roles"),
    ],
  ],
  [
    "shows other user data where the stack file stays as it is",
    { "Pulumi.prod.yaml": stackFile(launched("workloads/api.sh")), "workloads/api.sh": "#!/bin/sh\ntrue\n" },
    { "workloads/api.sh": "#!/bin/sh\nfalse\n" },
    [otherData],
  ],
  [
    "shows other user data behind links, and none where only the path is another",
    {
      "Pulumi.prod.yaml": stackFile(launched("current/api.sh")),
      "v1/api.sh": "-> one.sh",
      "v1/one.sh": "#!/bin/sh\ntrue\n",
      "v2/api.sh": "#!/bin/sh\ntrue\n",
      current: "-> v1",
    },
    { current: "-> v2" },
    [],
  ],
  [
    "follows a link that changes to another text",
    {
      "Pulumi.prod.yaml": stackFile(launched("current/../current/api.sh")),
      "v1/api.sh": "#!/bin/sh\ntrue\n",
      "v2/api.sh": "#!/bin/sh\nfalse\n",
      current: "-> v1",
    },
    { current: "-> v2" },
    [otherData],
  ],
  [
    "follows a stack file that is a link",
    {
      "Pulumi.prod.yaml": "-> shared/prod.yaml",
      "shared/prod.yaml": stackFile(launched("api.sh")),
      "api.sh": "#!/bin/sh\ntrue\n",
      "other.sh": "#!/bin/sh\nfalse\n",
    },
    { "shared/prod.yaml": stackFile(launched("other.sh")) },
    [otherData],
  ],
  [
    "says which user data is not there, and reads none outside of the project",
    { "Pulumi.prod.yaml": stackFile(launched("../outside.sh")) },
    { "Pulumi.prod.yaml": stackFile(launched("gone.sh")) },
    [],
    [
      /^prod: the user data of api could not be read from "\.\.\/outside\.sh" of main \(.*\), want a file inside the project folder\.$/,
      /^prod: the user data of api could not be read from "gone\.sh" of the working tree, want a file that exists\.$/,
    ],
  ],
  [
    "does not follow a link of the base out of the project",
    { "Pulumi.prod.yaml": stackFile(launched("api.sh")), "api.sh": "-> ../../etc/hostname" },
    { "api.sh": "#!/bin/sh\n" },
    [otherData],
    [/"api\.sh" of main \(.*\), want a file inside the project folder\.$/],
  ],
  [
    "says that values of environments are not read, also where nothing changed",
    { "Pulumi.prod.yaml": `{"environment":["shop/prod"],${stackFile({ api }).slice(1)}` },
    {},
    [],
    [/^prod gets values of the environments shop\/prod of Pulumi ESC, which are not in git and are not read/],
  ],
  [
    "shows another list of environments",
    { "Pulumi.prod.yaml": `{"environment":["shop/prod"],${stackFile({ api }).slice(1)}` },
    { "Pulumi.prod.yaml": `{"environment":["shop/prod","admin"],${stackFile({ api }).slice(1)}` },
    [
      "other | the stack | prod | gets values of other environments of Pulumi ESC: shop/prod, admin instead of shop/prod. They may set anything",
    ],
    [/shop\/prod, admin/],
  ],
  [
    "shows that the key of the secrets is another one",
    { "Pulumi.prod.yaml": `{"encryptionsalt":"v1:one",${stackFile({ api }).slice(1)}` },
    { "Pulumi.prod.yaml": `{"encryptionsalt":"v1:two",${stackFile({ api }).slice(1)}` },
    [
      "other | the stack | prod | has another key or salt of its secrets, and so others may read them, or nobody",
    ],
  ],
  [
    "shows another definition of an environment in the file",
    { "Pulumi.prod.yaml": `{"environment":{"values":{"a":1}},${stackFile({ api }).slice(1)}` },
    { "Pulumi.prod.yaml": `{"environment":{"values":{"a":2}},${stackFile({ api }).slice(1)}` },
    [
      "other | the stack | prod | gets values of other environments of Pulumi ESC: (inline), defined in other words. They may set anything",
    ],
    [/\(inline\)/],
  ],
  [
    "shows settings of AWS that come by a merge",
    {
      "Pulumi.prod.yaml":
        'x: &x { "aws:assumeRoles": [{ roleArn: "arn:aws:iam::999988887777:role/deploy" }], "instance-profiles:tags": { Team: admin } }\n' +
        `config:\n  instance-profiles:environment: test\n  instance-profiles:workloads: ${JSON.stringify({ api })}\n`,
    },
    {
      "Pulumi.prod.yaml":
        'x: &x { "aws:assumeRoles": [{ roleArn: "arn:aws:iam::999988887777:role/deploy" }], "instance-profiles:tags": { Team: admin } }\n' +
        `config:\n  <<: *x\n  instance-profiles:environment: test\n  instance-profiles:workloads: ${JSON.stringify({ api })}\n`,
    },
    [
      "other | api | prod | has other tags: Team",
      "other | the stack | prod | has other settings of AWS (aws:assumeRoles): it may be deployed elsewhere, or by somebody else",
      "other | the stack | prod | has other tags: Team",
    ],
  ],
  [
    "shows that the stack names another boundary, tag and environment",
    {
      "Pulumi.prod.yaml": stackFile(
        { api: { ...api, permissionsBoundary: "own" } },
        { "instance-profiles:permissionsBoundary": "limits" },
      ),
    },
    {
      "Pulumi.prod.yaml": stackFile(
        { api: { ...api, permissionsBoundary: "own" } },
        { "instance-profiles:environment": "live", "instance-profiles:tags": { Team: "a" } },
      ),
    },
    [
      "risky | the stack | prod | names no permissions boundary any more, before limits",
      "other | api | prod | has other tags: Environment, Team",
      "other | the stack | prod | has other tags: Team",
      "other | the stack | prod | is the environment live instead of test",
    ],
  ],
];

describe("the permission diff of two revisions", () => {
  const root = temporaryFolder();
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      cwd: root(),
      stdio: ["ignore", "pipe", "pipe"],
    });

  function write(folder: string, files: Files): void {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(root(), folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      rmSync(file, { force: true });
      if (text?.startsWith("-> ")) symlinkSync(text.slice(3), file);
      else if (text !== null) writeFileSync(file, text);
    }
  }

  async function compared(folder: string) {
    const project = path.join(root(), folder);
    const diff = await diffRevisions(
      await baseRevision(project, "main"),
      workingTree(project),
      "all",
      noExceptions(),
    );
    const lines = diffLines(diff).map((line) =>
      [line.urgency, line.workload, line.stack, line.text].join(" | "),
    );
    return { lines, notes: diff.notes, said: summary(diff, diffLines(diff)) };
  }

  function begin(folder: string, files: Files): void {
    git("init", "--quiet", "--initial-branch", "main");
    write(folder, { ...plain, ...files });
    git("add", "--all");
    git("commit", "--quiet", "--message", "before");
  }

  for (const [does, before, after, expected, notes = []] of rows)
    it(does, async () => {
      begin("", before);
      write("", after);
      const found = await compared("");
      assert.deepEqual(found.lines, expected);
      assert.ok(
        found.notes.length === notes.length &&
          notes.every((note, index) => note.test(found.notes[index] ?? "")),
        found.notes.join("\n"),
      );
      // What was not read in part may be anything.
      assert.equal(found.said.startsWith("No change of rights in"), expected.length + notes.length === 0);
    });

  it("shows what changed outside of the project's folder and decides there", async () => {
    begin("infra/shop", { "../../.github/workflows/a.yml": "1", "../../other/a.ts": "1" });
    write("", { ".github/workflows/a.yml": "2", "package.json": "{}", "other/a.ts": "2" });
    assert.deepEqual((await compared("infra/shop")).lines, [
      code("../../package.json", packages),
      code(
        "../../.github/workflows/a.yml",
        "what runs in pull requests and deployments, and with which rights",
      ),
    ]);
  });

  it("reads no stack file outside of the project: what is deployed must be in the pull request", async () => {
    begin("shop", { "../outside.yaml": stackFile({ api }) });
    write("shop", { "Pulumi.prod.yaml": null });
    write("shop", { "Pulumi.prod.yaml": "-> ../outside.yaml" });
    await assert.rejects(
      compared("shop"),
      /^Failure: Pulumi\.prod\.yaml of the working tree cannot be read, want a file inside the project folder$/,
    );
  });

  it("shows another commit of a submodule", async () => {
    begin("", {});
    const commit = (digit: string) =>
      git("update-index", "--add", "--cacheinfo", `160000,${digit.repeat(40)},vendor`);
    commit("1");
    git("commit", "--quiet", "--message", "submodule");
    commit("2");
    git("commit", "--quiet", "--message", "another");
    git("checkout", "--quiet", "-b", "topic");
    git("branch", "--quiet", "--force", "main", "HEAD~1");
    mkdirSync(path.join(root(), "vendor"));
    assert.deepEqual((await compared("")).lines, [
      code("vendor", "which other repositories are a part of this one"),
    ]);
  });
});
