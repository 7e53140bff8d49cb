import { proveStack } from "./proof/prove.ts";
import type { WorkloadOutputs } from "./proof/workloadOutputs.ts";
import { proofTable, surprises, type StackProof } from "./proof/report.ts";
import { Failure } from "../commandLine/failure.ts";
import { projectFolder, type SandboxFolder } from "./paths.ts";
import { capture } from "../commandLine/processes/run.ts";
import { asJson } from "../commandLine/formats.ts";
import type { Progress } from "../commandLine/progress.ts";
import { paintsStdout, type Result } from "../commandLine/result.ts";
import { afterKilledUpdate } from "./killedUpdate.ts";
import { openSandbox, withSalt, type Sandbox } from "./sandbox.ts";

/** The lines of Pulumi's output that say how far it is: `aws:iam:Role orders-api created`. */
const resourceLine =
  /^\s*[+~-]*\s+(\S+:\S+:\S+)\s+(\S+)\s+(creating|created|updating|updated|deleting|deleted)/;

/** What the sandbox's AWS provider says of settings, in a line of Pulumi's output. */
const leftOutLine = /\bthe sandbox leaves out .*/;

/** Deploys a stack. Returns what the AWS provider has to say of the stack's settings. */
async function deploy(
  sandbox: Sandbox,
  stack: string,
  report: (detail: string) => void,
): Promise<ReadonlySet<string>> {
  const args = ["up", "--yes", "--skip-preview", "--non-interactive", "--color", "never", "--stack", stack];
  const { code, stdout, stderr } = await capture("pulumi", args, {
    cwd: projectFolder,
    env: sandbox.environment,
    finishes: true,
    onLine: (line) => {
      const [, type, name, verb] = resourceLine.exec(line) ?? [];
      if (type && name && verb) report(`${type.split(":").pop() ?? ""} ${name} ${verb}`);
    },
  });
  if (code !== 0) throw new Failure(`"pulumi up --stack ${stack}" ended with ${code}:\n${stdout}${stderr}`);
  report(/^Resources:\n([^]*?)\n\n/m.exec(stdout)?.[1]?.trim().replace(/\n\s*/g, ", ") ?? "");
  return new Set(stdout.split("\n").flatMap((line) => leftOutLine.exec(line)?.[0].trim() ?? []));
}

async function outputsOf(sandbox: Sandbox, stack: string): Promise<Record<string, WorkloadOutputs>> {
  const { stdout } = await capture("pulumi", ["stack", "output", "--json", "--stack", stack], {
    cwd: projectFolder,
    env: sandbox.environment,
  });
  return (JSON.parse(stdout) as { workloads: Record<string, WorkloadOutputs> }).workloads;
}

/** Deploys a stack into the embedded AWS and proves it. */
export async function up(
  folder: SandboxFolder,
  stack: string,
  format: "table" | "json",
  progress: Progress,
): Promise<Result> {
  const sandbox = await afterKilledUpdate(await openSandbox(folder, progress), stack, progress);
  const { pulumi, aws } = sandbox.toolchain;
  progress.note(`engine: Pulumi CLI ${pulumi.version}, ${pulumi.source}`);
  progress.note(`provider: aws ${aws.version}: ${aws.source}`);
  progress.note(`AWS: ${sandbox.emulator} at ${sandbox.endpoint}`);
  return withSalt(sandbox, async () => {
    const said = await progress.step(`pulumi up --stack ${stack}`, (report) =>
      deploy(sandbox, stack, report),
    );
    for (const sentence of said) progress.note(sentence);
    const outputs = await outputsOf(sandbox, stack);
    const workloads = await progress.step(`proving the roles of ${stack}`, (report) =>
      proveStack(projectFolder, stack, sandbox, outputs, report),
    );
    const proof: StackProof = {
      stack,
      engine: `Pulumi CLI ${pulumi.version} (${pulumi.source})`,
      provider: `aws ${aws.version} (${aws.source})`,
      emulator: sandbox.emulator,
      workloads,
    };
    return resultOf(proof, format);
  });
}

function resultOf(proof: StackProof, format: "table" | "json"): Result {
  const found = surprises(proof);
  const next = [
    `look next:  npx instance-profiles sandbox exec -- pulumi stack output --json --stack ${proof.stack}`,
    "            npx instance-profiles sandbox exec -- pulumi preview --stack prod --policy-pack policypack",
    "end it:     npx instance-profiles sandbox down",
  ];
  return {
    text: format === "json" ? asJson(proof) : `${proofTable(proof, paintsStdout())}\n`,
    notes: [
      ...new Set(proof.workloads.flatMap(({ notes }) => notes)),
      ...(found.length > 0 || format === "json" ? [] : next),
    ],
    ...(found.length > 0 && {
      found: true,
      complaint: `\nsandbox: ${found.length} of the calls went other than declared:\n${found.map((text) => `  ${text}\n`).join("")}`,
    }),
  };
}
