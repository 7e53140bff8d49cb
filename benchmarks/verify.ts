/**
 * `verify` of 50 workloads in a sandbox of its own, beside the bare API calls that it needs: the same requests of the same
 * SDK, eight at a time, by a program that reads no stack and judges nothing.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { stringify } from "yaml";
import { projectFolder } from "../sandbox/paths";
import { interleaved, machine, table, timed } from "./measure";

const rounds = Number(process.argv[2] ?? 5);
const count = 50;
const leftOut = [".git", ".sandbox", "node_modules", "tests"];

const workloads = Object.fromEntries(
  Array.from({ length: count }, (_, index) => [
    `w${index}`,
    {
      access: [
        { s3: { bucket: `bench-bucket-${index}`, level: "readWrite" } },
        { sqs: { queue: `bench-queue-${index}`, level: "send" } },
        { logs: { logGroup: `/bench/${index}`, level: "write" } },
      ],
      launch: { image: "al2023", instanceType: "t3.micro" },
    },
  ]),
);

function main(): void {
  const work = mkdtempSync(path.join(tmpdir(), "instance-profiles-bench-"));
  const clone = path.join(work, "clone");
  const options = { cwd: clone, env: { ...process.env, INIT_CWD: clone } };
  const inSandbox = (name: string, ...command: string[]) => ({
    name,
    command: ["node", "sandbox/main.mjs", "exec", "--", ...command] as [string, ...string[]],
    options,
  });
  const verify = ["operations/cli.ts", "verify", "--stack", "dev", "--json"];
  const typescript = ["node", "-r", "./policypack/typescript.js"];
  try {
    mkdirSync(clone);
    for (const name of readdirSync(projectFolder).filter((name) => !leftOut.includes(name)))
      cpSync(path.join(projectFolder, name), path.join(clone, name), { recursive: true });
    symlinkSync(path.join(projectFolder, "node_modules"), path.join(clone, "node_modules"));
    const config = {
      "aws:region": "eu-central-1",
      "instance-profiles:environment": "bench",
      "instance-profiles:workloads": workloads,
    };
    writeFileSync(path.join(clone, "Pulumi.dev.yaml"), stringify({ config }));
    const up = ["pulumi", "up", "--yes", "--skip-preview", "--stack", "dev"];
    timed(inSandbox("deployment", ...up));
    const calls = path.join(work, "calls.json");
    const bare = inSandbox("the bare API calls", ...typescript, "benchmarks/verifyCalls.ts", calls);
    timed({ ...bare, name: "writing down the questions" });
    const measured = interleaved(
      [bare, inSandbox(`verify of ${count} workloads`, ...typescript, ...verify)],
      rounds,
    );
    process.stdout.write(`${machine()}, ${rounds} rounds\n\n${table(measured)}\n`);
  } finally {
    timed({ name: "down", command: ["node", "sandbox/main.mjs", "down"], options });
    rmSync(work, { recursive: true, force: true });
  }
}

main();
