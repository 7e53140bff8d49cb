/**
 * `permissions diff` between two revisions of a stack file in a repository of its own: from one workload that changed to 500
 * of which each changed; `permissions check` of 500 workloads, and `permissions who` over 1,000.
 * `npm run bench:permissionDiff -- ROUNDS`
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { stringify } from "yaml";
import { projectFolder } from "../sandbox/paths.ts";
import { inTurn, machine } from "./measure.ts";
import { measuredRun } from "./measuredRun.ts";
import { publish } from "./publish.ts";

const rounds = Number(process.argv[2] ?? 5);

/** A stack file in which some workloads have other rights than the base: a right more, a right less, other names. */
function stackFile(workloads: number, changed: number): string {
  const workload = (index: number) => {
    const level = (before: string, after: string) => (index < changed ? after : before);
    return {
      access: [
        { s3: { bucket: `assets-${index}`, level: level("read", "readWrite") } },
        { dynamodb: { table: `orders-${index}`, level: level("readWrite", "read") } },
        { sqs: { queue: `jobs-${index}`, level: level("send", "receive") } },
        { sns: { topic: level(`ready-${index}`, `done-${index}`), level: "publish" } },
        { logs: { logGroup: `/bench/${index}`, level: "write" } },
      ],
      launch: { image: "al2023", instanceType: "t3.micro" },
    };
  };
  const names = Array.from({ length: workloads }, (_, index) => [`w${index}`, workload(index)]);
  return stringify({
    config: {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "bench",
      "instance-profiles:workloads": Object.fromEntries(names) as object,
    },
  });
}

/** Settings of git that the machine's own must not change. */
const own = ["user.name=bench", "user.email=bench@example.com", "commit.gpgsign=false"].flatMap((setting) => [
  "-c",
  setting,
]);

/** A repository with a base revision and a working tree in which some workloads changed. */
function repository(folder: string, workloads: number, changed: number): void {
  mkdirSync(folder);
  const git = (...args: string[]) =>
    execFileSync("git", [...own, ...args], {
      cwd: folder,
    });
  cpSync(path.join(projectFolder, "Pulumi.yaml"), path.join(folder, "Pulumi.yaml"));
  writeFileSync(path.join(folder, "Pulumi.dev.yaml"), stackFile(workloads, 0));
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message=base");
  writeFileSync(path.join(folder, "Pulumi.dev.yaml"), stackFile(workloads, changed));
}

async function main(): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), "instance-profiles-bench-"));
  const contender = (
    name: string,
    workloads: number,
    changed: number,
    args = ["diff", "--base", "HEAD", "--format", "json"],
  ) => {
    const folder = path.join(work, `${workloads}-${changed}-${args[0]}`);
    repository(folder, workloads, changed);
    const command = ["node", path.join(projectFolder, "bin", "main.mjs"), "permissions", ...args];
    return { name, run: () => measuredRun(command, { cwd: folder, env: process.env }) };
  };
  try {
    const measured = await inTurn(
      [
        contender("one workload, changed", 1, 1),
        contender("500 workloads, one of them changed", 500, 1),
        contender("500 workloads, each of them changed", 500, 500),
        contender("check: 500 workloads", 500, 0, ["check", "--format", "json"]),
        contender("who: 1,000 workloads", 1_000, 0, ["who", "--can", "s3:PutObject", "--json"]),
      ],
      rounds,
    );
    await publish("permissionDiff", { machine: machine(), rounds, measured });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
