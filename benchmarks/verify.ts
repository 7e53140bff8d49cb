/**
 * `verify` of 50 workloads in a sandbox of its own, beside the bare API calls that it needs: the same requests of the same
 * SDK, eight at a time, by a program that reads no stack and judges nothing.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { stringify } from "yaml";
import { projectFolder } from "../sandbox/paths.ts";
import { inTurn, machine, timed } from "./measure.ts";
import { publish } from "./publish.ts";

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

async function main(): Promise<void> {
  const work = mkdtempSync(path.join(tmpdir(), "instance-profiles-bench-"));
  const clone = path.join(work, "clone");
  const options = { cwd: clone, env: { ...process.env, INIT_CWD: clone } };
  const inSandbox = (...command: string[]) =>
    timed(["node", "sandbox/main.mjs", "exec", "--", ...command], options);
  const verify = ["bin/main.mjs", "verify", "--stack", "dev", "--json"];
  const typescript = ["node"];
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
    inSandbox("pulumi", "up", "--yes", "--skip-preview", "--stack", "dev");
    const bare = [...typescript, "benchmarks/verifyCalls.ts", path.join(work, "calls.json")];
    // The first time it writes down the questions that it asks from then on.
    inSandbox(...bare);
    const measured = await inTurn(
      [
        { name: "the bare API calls", run: () => inSandbox(...bare) },
        { name: `verify of ${count} workloads`, run: () => inSandbox(...typescript, ...verify) },
      ],
      rounds,
    );
    await publish("verify", { machine: machine(), rounds, measured });
  } finally {
    timed(["node", "sandbox/main.mjs", "down"], options);
    rmSync(work, { recursive: true, force: true });
  }
}

void main();
