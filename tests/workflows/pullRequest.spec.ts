import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { stackFile } from "../operations/permissions/stackFiles.ts";
import { PullRequestRepository } from "./pullRequestRepository.ts";

const more = { api: { access: [{ s3: { bucket: "orders", level: "readWrite" } }] } };

const otherCode = "### ⛔ This pull request changes what stack files mean";
const notRead = "### ⛔ The tool of the main branch cannot read this pull request";
const noReport = "### ⛔ The pull request's own tool reported nothing";
const rights = "### Rights that this change gives and takes";

const gain =
  "- ➕ **api** (dev) gains write on s3://orders/\\* (s3:AbortMultipartUpload, s3:DeleteObject, s3:PutObject)";

const projectFile =
  "- 🔁 **the code** (all) changed in Pulumi.yaml, which decides which program runs, how it is started, and the names of all roles";

/** Puts something else into a file of a pull request. */
const replaced = (file: string, from: string, to: string) => (folder: string) => {
  const text = readFileSync(path.join(folder, file), "utf8");
  assert.ok(text.includes(from), `${file} has no ${from}`);
  writeFileSync(path.join(folder, file), text.replace(from, to));
};

const wider = replaced(
  "components/access/services/s3.ts",
  '["s3:GetObject"]',
  '["s3:GetObject", "s3:PutObject"]',
);

const written = (file: string, text: string) => (folder: string) => {
  writeFileSync(path.join(folder, file), text);
};

interface Case {
  readonly name: string;
  readonly edits: readonly ((folder: string) => void)[];
  /** The headings of the comment, in their order. */
  readonly headings: readonly string[];
  /** Lines among those below. @default none */
  readonly lines?: readonly string[];
}

const cases: readonly Case[] = [
  { name: "that changes nothing has nothing to say", edits: [], headings: [rights], lines: [] },
  {
    name: "that widens a right in a stack file is told of",
    edits: [written("Pulumi.dev.yaml", stackFile(more))],
    headings: [rights],
    lines: [gain],
  },
  {
    name: "cannot widen rights by one line of an access service",
    edits: [wider],
    headings: [otherCode, rights],
    lines: [
      '- only the main branch\'s: stack dev, api, rights: {"actions":\\["s3:GetObject"\\],"effect":"Allow","levels":\\["read"\\],"resources":\\["arn:aws:s3:::orders/\\*"\\],"service":"s3","shownResources":\\["s3://orders/\\*"\\]}',
      '- only this pull request\'s: stack dev, api, rights: {"actions":\\["s3:GetObject","s3:PutObject"\\],"effect":"Allow","levels":\\["write","read"\\],"resources":\\["arn:aws:s3:::orders/\\*"\\],"service":"s3","shownResources":\\["s3://orders/\\*"\\]}',
    ],
  },
  {
    name: "cannot run another program in silence",
    edits: [written("Pulumi.yaml", "name: instance-profiles\nruntime: nodejs\nmain: evil.js\n")],
    headings: [rights],
    lines: [projectFile],
  },
  {
    name: "cannot load code before the program in silence",
    edits: [
      written(
        "Pulumi.yaml",
        "name: instance-profiles\nruntime: {name: nodejs, options: {nodeargs: --import ./evil.mjs}}\n",
      ),
    ],
    headings: [rights],
    lines: [projectFile],
  },
  {
    name: "cannot rename the project, and so every role, in silence",
    edits: [written("Pulumi.yaml", "name: store\nruntime: nodejs\n")],
    headings: [rights],
    lines: [
      "- 🔁 **the stack** (dev) is of the project store instead of instance-profiles: every role, profile and policy gets a new name, and what carries the old ones has to be replaced",
      projectFile,
    ],
  },
  {
    name: "cannot keep its own tool from reporting",
    edits: [wider, written(".github/scripts/readRights.ts", "")],
    headings: [noReport, rights],
  },
  {
    name: "cannot write into the comment what its tool did not read",
    edits: [
      written(
        ".github/scripts/readRights.ts",
        `process.stdout.write(JSON.stringify({
          changes: { answer: null },
          stacks: { dev: { error: "</details>\\n### Fine\\n@octocat #1 https://evil.example \\u009b2J\\u202e" } },
          markdown: "### No change of rights",
        }));`,
      ),
    ],
    headings: [otherCode, rights],
    lines: [
      "- only this pull request's: changes: null",
      "- only this pull request's: stack dev: cannot be read: &lt;/details> #&#8203;#&#8203;#&#8203; Fine @&#8203;octocat #&#8203;1 https:&#8203;//evil.example \\\\u009b2J\\\\u202e",
    ],
  },
  {
    name: "cannot hide a stack file behind a link",
    edits: [
      (folder) => {
        rmSync(path.join(folder, "Pulumi.dev.yaml"));
        symlinkSync("elsewhere.yaml", path.join(folder, "Pulumi.dev.yaml"));
      },
      written("elsewhere.yaml", stackFile(more)),
    ],
    headings: [notRead, otherCode, rights],
  },
];

describe("a pull request, read by the tool of the main branch and by its own", () => {
  let root = "";
  let repository: PullRequestRepository;

  before(() => {
    root = mkdtempSync(path.join(tmpdir(), "pull request "));
    repository = new PullRequestRepository(root);
  });
  after(() => {
    rmSync(root, { recursive: true, force: true });
  });

  for (const { name, edits, headings, lines = [] } of cases) {
    it(name, async () => {
      const commit = repository.open((folder) => {
        for (const edit of edits) edit(folder);
      });
      const comment = await repository.comment(commit, await repository.readByHead());
      const said = comment.split("\n");
      assert.deepEqual(
        said.filter((line) => line.startsWith("#")),
        headings,
      );
      assert.deepEqual(
        lines.filter((line) => !said.includes(line)),
        [],
        comment,
      );
    });
  }

  it("runs nothing of its own where the main branch reads it, and is waited for", async () => {
    const ran = path.join(root, "ran");
    const text = `import { writeFileSync } from "node:fs"; writeFileSync(${JSON.stringify(ran)}, "");`;
    const code = ["bin/main.mjs", "bin/commands.ts", "main.js", "index.ts", ".github/scripts/readRights.ts"];
    const commit = repository.open((folder) => {
      for (const file of code) writeFileSync(path.join(folder, file), text);
      writeFileSync(path.join(folder, ".gitattributes"), "* filter=lfs\n");
    });
    const comment = await repository.comment(commit, undefined);
    assert.equal(existsSync(ran), false);
    assert.match(comment, /^> The pull request's own tool has not reported yet/m);
  });

  it("is said to report nothing where its workflow ended without", async () => {
    const comment = await repository.comment(
      repository.open(() => undefined),
      "",
    );
    assert.ok(comment.includes(noReport));
  });
});
