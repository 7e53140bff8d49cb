import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { capture } from "../../commandLine/processes/run.ts";
import { stackNames } from "../../components/config/stackFiles.ts";
import { projectFolder } from "../../sandbox/paths.ts";

const script = (name: string) => path.join(projectFolder, ".github", "scripts", name);

/** A `gh` that answers a listing with given lines, and writes down what else it is asked for, with the texts of files. */
const fakeGh = (listing: string) => `#!${process.execPath}
const { appendFileSync, readFileSync } = require("node:fs");
const args = process.argv.slice(2).map((arg) => {
  const file = /^(\\w+)=@(.*)$/.exec(arg);
  return file ? file[1] + "=" + readFileSync(file[2], "utf8") : arg;
});
if (args.includes("--jq")) process.stdout.write(${JSON.stringify(listing)});
else appendFileSync("asked.jsonl", JSON.stringify(args) + "\\n");
`;

describe("scripts of the workflows", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "workflow-script-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a script on a text and returns what it asked GitHub for. */
  async function run(name: string, text: string, listing: string, variables: Record<string, string>) {
    writeFileSync(path.join(folder, "gh"), fakeGh(listing));
    chmodSync(path.join(folder, "gh"), 0o755);
    writeFileSync(path.join(folder, "text.md"), text);
    writeFileSync(path.join(folder, "asked.jsonl"), "");
    const env = { PATH: `${folder}:${process.env.PATH}`, GITHUB_REPOSITORY: "acme/shop", ...variables };
    const { code, stderr } = await capture(script(name), ["text.md"], { cwd: folder, env });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    const lines = readFileSync(path.join(folder, "asked.jsonl"), "utf8").split("\n").filter(Boolean);
    return lines.map((line) => JSON.parse(line) as string[]);
  }

  const text = "<!-- mark -->\n`orders-api` gains $(write) on s3\n";

  it("write the first comment of a pull request", async () => {
    assert.deepEqual(await run("comment.sh", text, "", { PULL_REQUEST: "7" }), [
      ["api", "--method", "POST", "repos/acme/shop/issues/7/comments", "--field", `body=${text}`, "--silent"],
    ]);
  });

  it("write the same comment anew, and the oldest where there are two", async () => {
    assert.deepEqual(await run("comment.sh", text, "11\n12\n", { PULL_REQUEST: "7" }), [
      [
        "api",
        "--method",
        "PATCH",
        "repos/acme/shop/issues/comments/11",
        "--field",
        `body=${text}`,
        "--silent",
      ],
    ]);
  });

  it("cut what is longer than GitHub takes", async () => {
    const [asked = []] = await run("comment.sh", "x".repeat(70_000), "", { PULL_REQUEST: "7" });
    assert.equal(asked.find((arg) => arg.startsWith("body="))?.length, "body=".length + 65_000);
  });

  const TITLE = "Review of rights: prod";
  const issues = "repos/acme/shop/issues";

  it("open an issue where rights could be smaller", async () => {
    assert.deepEqual(await run("issue.sh", text, "", { TITLE, OPEN: "true" }), [
      [
        "api",
        "--method",
        "POST",
        issues,
        "--raw-field",
        `title=${TITLE}`,
        "--field",
        `body=${text}`,
        "--silent",
      ],
    ]);
  });

  it("write an open issue anew", async () => {
    assert.deepEqual(await run("issue.sh", text, "3\n", { TITLE, OPEN: "true" }), [
      ["api", "--method", "PATCH", `${issues}/3`, "--field", `body=${text}`, "--silent"],
    ]);
  });

  it("close the issue where there is nothing to propose, and say so in it", async () => {
    const said = await run("issue.sh", text, "3\n", { TITLE, OPEN: "false" });
    assert.deepEqual(
      said.map(([, , method, where]) => [method, where]),
      [
        ["POST", `${issues}/3/comments`],
        ["PATCH", `${issues}/3`],
      ],
    );
  });

  it("do nothing where there is neither an issue nor anything to propose", async () => {
    assert.deepEqual(await run("issue.sh", text, "", { TITLE, OPEN: "false" }), []);
  });

  describe("for one machine of a fleet", () => {
    /** An `npx` that says how it was called and ends with a code. */
    const fakeNpx = (code: number) => `#!/bin/sh
printf '%s|' "$@"
mkdir -p .fleet/up-1
echo "what was printed" > .fleet/up-1/prod-eu.log
exit ${code}
`;

    async function fleet(code: number, variables: Record<string, string>) {
      writeFileSync(path.join(folder, "npx"), fakeNpx(code));
      chmodSync(path.join(folder, "npx"), 0o755);
      const env = { PATH: `${folder}:${process.env.PATH}`, GITHUB_STEP_SUMMARY: "summary.md", ...variables };
      const ended = await capture(script("fleet.sh"), [], { cwd: folder, env });
      return { ...ended, summary: readFileSync(path.join(folder, "summary.md"), "utf8") };
    }

    for (const { command, organization, asked } of [
      { command: "up", organization: "", asked: "up|--stacks|a,b|--policy-pack|policypack|" },
      {
        command: "preview",
        organization: "acme",
        asked: "preview|--stacks|a,b|--policy-pack|policypack|--organization|acme|",
      },
      { command: "verify", organization: "", asked: "verify|--stacks|a,b|" },
    ])
      it(`run ${command} on its stacks, and show the table in the summary`, async () => {
        const table = `instance-profiles|fleet|${asked}`;
        assert.deepEqual(await fleet(0, { COMMAND: command, STACKS: "a,b", ORGANIZATION: organization }), {
          code: 0,
          stdout: table,
          stderr: "",
          summary: `\`\`\`text\n${table}\`\`\`\n`,
        });
      });

    it("end with its exit code, and with the logs of what failed", async () => {
      const { code, stdout } = await fleet(2, { COMMAND: "verify", STACKS: "a" });
      assert.equal(code, 2);
      assert.match(stdout, /what was printed\n$/);
    });
  });

  it("list the stacks of the repository for a matrix", async () => {
    const { stdout } = await capture(script("stacks.sh"), [], { cwd: projectFolder });
    assert.equal(stdout, `names=${JSON.stringify(stackNames(projectFolder))}\n`);
  });
});
