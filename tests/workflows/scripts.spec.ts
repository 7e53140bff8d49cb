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

  describe("that look at a stack", () => {
    const fakeNpx = (code: number) => `#!/bin/sh
printf '%s|' "$@"
printf '\\140\\140\\140 <b>\\n'
exit ${code}
`;

    async function observe(code: number, command: string) {
      writeFileSync(path.join(folder, "npx"), fakeNpx(code));
      chmodSync(path.join(folder, "npx"), 0o755);
      for (const file of ["out", "summary"]) writeFileSync(path.join(folder, file), "");
      const env = {
        ...{ PATH: `${folder}:${process.env.PATH}`, GITHUB_OUTPUT: "out", GITHUB_STEP_SUMMARY: "summary" },
        ...{ COMMAND: command, STACK: "acme/dev" },
      };
      const ended = await capture(script("observe.sh"), ["report.md"], { cwd: folder, env });
      const [output, report, summary] = ["out", "report.md", "summary"].map((file) =>
        readFileSync(path.join(folder, file), "utf8"),
      );
      assert.equal(summary, report);
      return { code: ended.code, output, report };
    }

    const verified = "```text\ninstance-profiles|verify|--stack|acme/dev|''' <b>\n```\n";

    for (const { code, output } of [
      { code: 0, output: "found=false\n" },
      { code: 1, output: "found=true\n" },
    ])
      it(`say of verify with exit code ${code}: ${output.trim()}`, async () => {
        assert.deepEqual(await observe(code, "verify"), { code: 0, output, report: verified });
      });

    it("fail where verify could not do its work, and open and close nothing", async () => {
      assert.deepEqual(await observe(2, "verify"), { code: 2, output: "", report: verified });
    });

    it("take the Markdown of review as it is", async () => {
      assert.deepEqual(await observe(1, "review"), {
        code: 0,
        output: "found=true\n",
        report: "instance-profiles|review|--stack|acme/dev|--format|markdown|``` <b>\n",
      });
    });
  });

  describe("that find the pull request of an event", () => {
    async function found(event: object, answer = "") {
      writeFileSync(path.join(folder, "gh"), fakeGh(answer));
      chmodSync(path.join(folder, "gh"), 0o755);
      writeFileSync(path.join(folder, "event.json"), JSON.stringify(event));
      const env = {
        PATH: `${folder}:${process.env.PATH}`,
        GITHUB_REPOSITORY: "acme/shop",
        GITHUB_EVENT_PATH: "event.json",
      };
      return capture(script("pullRequest.sh"), [], { cwd: folder, env });
    }

    it("take it from the event where that is about it", async () => {
      const event = { pull_request: { number: 7, head: { sha: "aa" }, base: { sha: "bb" } } };
      assert.deepEqual(await found(event), { code: 0, stdout: "number=7\nhead=aa\nbase=bb\n", stderr: "" });
    });

    const ended = (head_branch: string) => ({
      workflow_run: { head_sha: "aa", head_branch, head_repository: { owner: { login: "fork" } } },
    });

    it("ask GitHub for the open one of the branch where a run of it has ended", async () => {
      const answer = "number=7\nhead=aa\nbase=bb\n";
      assert.deepEqual(await found(ended("topic"), answer), { code: 0, stdout: answer, stderr: "" });
    });

    it("say nothing where there is none any more", async () => {
      assert.deepEqual(await found(ended("$(exit 3)")), { code: 0, stdout: "", stderr: "" });
    });
  });

  describe("that fetch an artifact", () => {
    /** A `gh` that lists an artifact, and hands over a zip of one file. */
    const fakeArtifacts = (id: string) => `#!/bin/sh
case "$2" in
  */zip) cat artifact.zip ;;
  *) printf '%s' "${id}" ;;
esac
`;

    async function fetched(id: string, content: string) {
      writeFileSync(path.join(folder, "gh"), fakeArtifacts(id));
      chmodSync(path.join(folder, "gh"), 0o755);
      writeFileSync(path.join(folder, "rights.json"), content);
      const zip =
        "import zipfile; zipfile.ZipFile('artifact.zip', 'w', zipfile.ZIP_DEFLATED).write('rights.json')";
      assert.equal((await capture("python3", ["-c", zip], { cwd: folder })).code, 0);
      const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, GITHUB_REPOSITORY: "acme/shop" };
      return capture(script("artifact.sh"), ["12", "rights-of-head", "rights.json"], { cwd: folder, env });
    }

    it("print its file", async () => {
      assert.deepEqual(await fetched("34", '{"a":1}'), { code: 0, stdout: '{"a":1}', stderr: "" });
    });

    it("print nothing where the run left none", async () => {
      assert.deepEqual(await fetched("", "{}"), { code: 0, stdout: "", stderr: "" });
    });

    it("print no more than 16 MiB of one that is larger unpacked than packed", async () => {
      const { code, stdout } = await fetched("34", "x".repeat(17 * 1024 * 1024));
      assert.deepEqual({ code, length: stdout.length }, { code: 0, length: 16 * 1024 * 1024 });
    });
  });

  it("list the stacks of the repository for a matrix", async () => {
    const { stdout } = await capture(script("stacks.sh"), [], { cwd: projectFolder });
    assert.equal(stdout, `names=${JSON.stringify(stackNames(projectFolder))}\n`);
  });
});
