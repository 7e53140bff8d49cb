/**
 * What the policy pack costs: `pulumi preview` of the `dev` stack and of a thousand resources, with the pack and without,
 * and the peak memory of the pack. The thousand resources are made by a provider that makes nothing, so that the pack's
 * share shows.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { projectFolder } from "../sandbox/paths.ts";
import { EngineProject } from "../testing/engineProject.ts";
import { closeEngineSandbox, engineSandbox } from "../testing/engineSandbox.ts";
import { FixtureProject } from "../testing/fixtureProject.ts";
import type { TableResource } from "../testing/tableResources.ts";
import { inTurn, machine, printedVersion, timed } from "./measure.ts";
import { publish } from "./publish.ts";
import type { PackCost } from "./tables/policyPack.ts";

const rounds = Number(process.argv[2] ?? 5);
const workloads = 200;
const pack = path.join(projectFolder, "policypack");

const documentOf = (statements: readonly object[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** The five resources of a workload, with documents of the size that this project's stacks have. */
function workload(index: number): TableResource[] {
  const name = `workload-${index}`;
  const tags = { Workload: name, Environment: "bench", ManagedBy: "pulumi" };
  const policy = documentOf(
    Array.from({ length: 10 }, (_, grant) => ({
      Sid: `Grant${grant}`,
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject", "dynamodb:Query", "dynamodb:PutItem"],
      Resource: [
        `arn:aws:s3:::${name}-${grant}/*`,
        `arn:aws:dynamodb:eu-central-1:111122223333:table/${name}`,
      ],
    })),
  );
  const trust = documentOf([
    { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } },
  ]);
  const script = `#!/bin/bash\nset -eu\n${`systemctl restart ${name}\n`.repeat(40)}`;
  const arnOf = (kind: string) => `arn:aws:iam::111122223333:${kind}/bench/${name}`;
  return [
    { type: "aws:iam/role:Role", name, inputs: { name, path: "/bench/", assumeRolePolicy: trust, tags } },
    {
      type: "aws:iam/policy:Policy",
      name: `${name}-policy`,
      inputs: { name, path: "/bench/", policy, tags },
    },
    {
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      name: `${name}-attachment`,
      inputs: { role: name, policyArn: arnOf("policy") },
    },
    {
      type: "aws:iam/instanceProfile:InstanceProfile",
      name: `${name}-profile`,
      inputs: { name, path: "/bench/", role: name, tags },
    },
    {
      type: "aws:ec2/launchTemplate:LaunchTemplate",
      name: `${name}-template`,
      inputs: {
        name,
        iamInstanceProfile: { arn: arnOf("instance-profile") },
        metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
        userData: Buffer.from(script).toString("base64"),
        tags,
      },
    },
  ];
}

/** A pack without a policy, in plain JavaScript: what any pack costs, most of which is the engine's calls. */
function emptyPack(): string {
  mkdirSync(path.join(projectFolder, ".sandbox"), { recursive: true });
  const folder = mkdtempSync(path.join(projectFolder, ".sandbox", "empty-pack-"));
  const program = 'new (require("@pulumi/policy").PolicyPack)("empty", { policies: [] });\n';
  writeFileSync(path.join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ main: "index.js", version: "1.0.0" }));
  writeFileSync(path.join(folder, "index.js"), program);
  return folder;
}

/** What previews of a stack cost without a pack, with the empty one and with this one. */
async function costOf(
  folder: string,
  stack: string,
  env: NodeJS.ProcessEnv,
  empty: string,
): Promise<PackCost> {
  const options = { cwd: folder, env };
  const command = (...packs: readonly string[]): [string, ...string[]] => [
    ...(["pulumi", "preview", "--stack", stack, "--non-interactive"] as const),
    ...packs.flatMap((name) => ["--policy-pack", name]),
  ];
  const contenders: [name: string, ...packs: string[]][] = [
    ["without a pack"],
    ["with an empty pack in JavaScript", empty],
    ["with this pack", pack],
  ];
  const previews = contenders.map(([name, ...packs]) => ({
    name,
    run: () => timed(command(...packs), options),
  }));
  const measured = await inTurn(previews, rounds);
  const megabytes: number[] = [];
  for (const packFolder of [empty, pack])
    megabytes.push(await peakMemory(command(packFolder), options, packFolder));
  return { measured, megabytes };
}

/** The most memory that the process of a pack had during a command, in megabytes. */
async function peakMemory(
  [program, ...args]: readonly [string, ...string[]],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  packFolder: string,
): Promise<number> {
  const running = spawn(program, args, { ...options, stdio: "ignore" });
  const ended = once(running, "exit");
  let peak = 0;
  while (running.exitCode === null) {
    for (const line of execFileSync("ps", ["-eo", "rss=,args="], { encoding: "utf8" }).split("\n")) {
      if (line.includes("run-policy-pack") && line.includes(packFolder))
        peak = Math.max(peak, parseInt(line));
    }
    await Promise.race([ended, wait(50)]);
  }
  return (peak * 1024) / 1e6;
}

async function main(): Promise<void> {
  const { environment } = await engineSandbox();
  const project = await EngineProject.ofThisRepository();
  project.copyStackFile("dev");
  await project.createStack("dev");
  const fixture = await FixtureProject.of(
    Array.from({ length: workloads }, (_, index) => workload(index)).flat(),
  );
  const empty = emptyPack();
  try {
    await publish("policyPack", {
      machine: machine(),
      rounds,
      versions: { Pulumi: printedVersion(["pulumi", "version"], environment) },
      dev: await costOf(project.folder, "dev", environment, empty),
      many: await costOf(fixture.folder, "test", environment, empty),
      resources: workloads * 5,
    });
  } finally {
    fixture.remove();
    project.remove();
    rmSync(empty, { recursive: true, force: true });
  }
}

void main().finally(closeEngineSandbox);
