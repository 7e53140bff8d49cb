/**
 * The documents of all AWS-managed policies, judged by rules of the policy pack and by three published scanners, in turn. Each
 * is one process that has everything loaded and judges all documents in it, so that no start is counted.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { managedPoliciesFile } from "../testing/managedPolicies.ts";
import { agreements, flaggedBy, type Judged } from "./agreements.ts";
import { inTurn, machine } from "./measure.ts";
import { publish } from "./publish.ts";
import { pythonWith } from "./pythonEnvironment.ts";
import { compared } from "./tables/scanners.ts";

const rounds = Number(process.argv[2] ?? 5);
const rules = [
  "no-star-star-grants",
  "no-privilege-escalation",
  "no-full-service-access",
  "no-open-resources",
];

/** A process that answers each line of input with one line of JSON. */
interface Worker {
  readonly process: ChildProcess;
  readonly ask: (line: string) => Promise<Judged>;
}

function worker(command: string, args: readonly string[]): Worker {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (line: string): Promise<Judged> => {
    child.stdin.write(`${line}\n`);
    const answer: IteratorResult<string, unknown> = await answers.next();
    if (answer.done) throw new Error(`${command} ended before it answered`);
    return JSON.parse(answer.value) as Judged;
  };
  return { process: child, ask };
}

/** The version of each scanner that is compared, from the files that name them. */
function pinned(): Record<string, string> {
  const lines = ["scanners.in", "cloudsplaining.in"].flatMap((file) =>
    readFileSync(path.join(import.meta.dirname, file), "utf8")
      .trim()
      .split("\n"),
  );
  return Object.fromEntries(lines.map((line) => line.split("==") as [string, string]));
}

async function main(): Promise<void> {
  const file = await managedPoliciesFile();
  const names = Object.keys(JSON.parse(readFileSync(file, "utf8")) as object);
  const typescript = [path.join(import.meta.dirname, "scannersRule.ts"), file];
  const python = (script: string) => ["-B", path.join(import.meta.dirname, script), file];
  const rule = worker(process.execPath, typescript);
  const scanners = worker(await pythonWith("scanners"), python("scanners.py"));
  const cloudsplaining = worker(await pythonWith("cloudsplaining"), python("scanners_cloudsplaining.py"));
  try {
    const measured = await inTurn(
      [
        ...rules.map((name) => ({ name: `\`${name}\``, run: () => rule.ask(name) })),
        { name: compared.rules, run: () => rule.ask(rules.join(" ")) },
        { name: "cloudsplaining", run: () => cloudsplaining.ask("cloudsplaining") },
        { name: "checkov, its eight IAM checks", run: () => scanners.ask("checkov") },
        { name: "checkov, CKV_AWS_62 and 63 alone", run: () => scanners.ask("checkov-star") },
        { name: "parliament", run: () => scanners.ask("parliament") },
      ],
      rounds,
    );
    await publish("scanners", {
      machine: machine(),
      rounds,
      versions: pinned(),
      documents: names.length,
      judgements: measured.map(({ name, runs }) => ({
        name,
        runs: runs.map(({ seconds }) => ({ seconds })),
        flagged: flaggedBy(runs[0]),
      })),
      agreements: agreements(
        Object.assign({}, ...measured.map(({ runs }) => runs[0]?.flagged)) as Judged["flagged"],
      ),
    });
  } finally {
    for (const { process: child } of [rule, scanners, cloudsplaining]) child.kill();
  }
}

void main();
