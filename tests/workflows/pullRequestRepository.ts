import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { capture } from "../../commandLine/processes/run.ts";
import { projectFolder } from "../../sandbox/paths.ts";
import { stackFile } from "../operations/permissions/stackFiles.ts";

/** What the commands of `permissions` and the scripts of the workflows need. */
const copied = [
  ...[".github", "bin", "commandLine", "components", "iam", "operations", "policypack", "secrets"],
  ...["Pulumi.yaml", "main.js", "index.ts", "package.json", "package-lock.json"],
];

/** What `main` declares. */
const declared = { api: { access: [{ s3: { bucket: "orders", level: "read" } }] } };

/** A repository with a main branch, and what GitHub does with a pull request to it: the jobs of preview.yml and rights.yml. */
export class PullRequestRepository {
  readonly #root: string;
  /** Where a pull request is written and its own workflow runs. */
  readonly head: string;
  /** Where the workflow of the main branch runs. */
  readonly trusted: string;
  readonly #base: string;

  constructor(root: string) {
    this.#root = root;
    [this.head, this.trusted] = [path.join(root, "head"), path.join(root, "trusted")];
    mkdirSync(this.head);
    for (const name of copied)
      cpSync(path.join(projectFolder, name), path.join(this.head, name), { recursive: true });
    writeFileSync(path.join(this.head, "Pulumi.dev.yaml"), stackFile(declared));
    writeFileSync(path.join(this.head, ".gitignore"), "/node_modules\n");
    this.#git(this.head, "init", "--quiet", "--initial-branch", "main");
    this.#base = this.#commit("main");
    this.#git(root, "clone", "--quiet", this.head, this.trusted);
    for (const folder of [this.head, this.trusted])
      symlinkSync(path.join(projectFolder, "node_modules"), path.join(folder, "node_modules"));
  }

  #git(folder: string, ...args: string[]): string {
    const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"];
    return execFileSync("git", [...identity, ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  }

  #commit(message: string): string {
    this.#git(this.head, "add", "--all");
    this.#git(this.head, "commit", "--quiet", "--allow-empty", "--message", message);
    return this.#git(this.head, "rev-parse", "HEAD");
  }

  /** A pull request that makes some edits. */
  open(edit: (folder: string) => void): string {
    this.#git(this.head, "checkout", "--quiet", "-B", "topic", "main");
    edit(this.head);
    return this.#commit("topic");
  }

  /** The job of preview.yml, with the scripts and the tool of the pull request. What it prints is its artifact. */
  async readByHead(): Promise<string> {
    return (await this.#read(this.head, this.head)).stdout;
  }

  #read(tool: string, folder: string) {
    const script = path.join(tool, ".github", "scripts", "readRights.ts");
    return capture(process.execPath, [script, path.join(tool, "bin", "main.mjs"), this.#base], {
      cwd: folder,
    });
  }

  /** The job of rights.yml, and the comment that it writes. The artifact is undefined until preview.yml has ended. */
  async comment(commit: string, artifact: string | undefined): Promise<string> {
    const job = path.join(this.#root, `job-${readdirSync(this.#root).length}`);
    mkdirSync(job);
    const scripts = path.join(this.trusted, ".github", "scripts");
    const data = path.join(job, "head");
    await succeeded(capture(path.join(scripts, "fetchHead.sh"), [commit, data], { cwd: this.trusted }));
    const [base, head] = [path.join(job, "base.json"), path.join(job, "head.json")];
    writeFileSync(base, (await succeeded(this.#read(this.trusted, data))).stdout);
    if (artifact !== undefined) writeFileSync(head, artifact);
    const env = { ...process.env, HEAD: commit };
    const compare = path.join(scripts, "compareRights.ts");
    return (await succeeded(capture(process.execPath, [compare, base, head], { cwd: this.trusted, env })))
      .stdout;
  }
}

async function succeeded<Ended extends { readonly code: number; readonly stderr: string }>(
  command: Promise<Ended>,
): Promise<Ended> {
  const ended = await command;
  if (ended.code !== 0) throw new Error(ended.stderr);
  return ended;
}
