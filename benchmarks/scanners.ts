/**
 * The documents of all AWS-managed policies, judged by the rule about `*:*` and by two published scanners, side by side.
 * Each scanner is one process that has everything loaded and judges all documents in it, so that no start is counted.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { createInterface } from "node:readline";
import { ensureMiniStack } from "../sandbox/emulator/environment";
import { cacheFolder } from "../sandbox/paths";
import { captureOrFail } from "../commandLine/processes/run";
import { Progress } from "../commandLine/progress";
import { managedPoliciesFile } from "../tests/policypack/realData/managedPolicies";
import { machine, median } from "./measure";

const rounds = Number(process.argv[2] ?? 5);
const mostNamed = 5;

interface Judged {
  readonly seconds: number;
  /** Names of documents by what was found in them. */
  readonly flagged: Readonly<Record<string, readonly string[]>>;
}

interface Scanner {
  readonly title: string;
  readonly judge: () => Promise<Judged>;
}

/** The Python of a virtual environment with the published scanners at their pinned versions. */
async function scannersPython(progress: Progress): Promise<string> {
  const requirements = path.join(__dirname, "scanners.txt");
  const pins = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const folder = path.join(cacheFolder, `scanners-${pins}`);
  const python = path.join(folder, "bin", "python");
  const complete = path.join(folder, "complete");
  if (existsSync(complete)) return python;
  const system = await ensureMiniStack(progress);
  await progress.step("installing checkov and parliament into a virtual environment", async () => {
    rmSync(folder, { recursive: true, force: true });
    await captureOrFail("making a virtual environment", system, ["-m", "venv", folder]);
    const options = [
      "--quiet",
      "--no-input",
      "--disable-pip-version-check",
      "--no-cache-dir",
      "--require-hashes",
    ];
    await captureOrFail("installing the scanners", python, [
      "-m",
      "pip",
      "install",
      ...options,
      "-r",
      requirements,
    ]);
    writeFileSync(complete, "");
  });
  return python;
}

/** A process that answers each line of input with one line of JSON. */
function worker(
  command: string,
  args: readonly string[],
): { process: ChildProcess; ask: (line: string) => Promise<Judged> } {
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

/** In turn, A B C A B C …, so that a machine that slows down slows all of them; the first round warms up. */
async function inTurn(scanners: readonly Scanner[]): Promise<Judged[][]> {
  const judged = scanners.map(() => [] as Judged[]);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { judge }] of scanners.entries()) {
      const result = await judge();
      if (round > 0) judged[index]?.push(result);
    }
    process.stderr.write(round === 0 ? "warmed up\n" : `round ${round} of ${rounds}\n`);
  }
  return judged;
}

function table(scanners: readonly Scanner[], judged: readonly (readonly Judged[])[], count: number): string {
  const rates = judged.map((results) => results.map(({ seconds }) => count / seconds));
  const base = median(rates[0] ?? []);
  const rows = scanners.map(({ title }, index) => {
    const own = rates[index] ?? [];
    const figures = [median(own), Math.min(...own), Math.max(...own)].map((rate) => rate.toFixed(0));
    return `| ${title} | ${figures.join(" | ")} | ${(base / median(own)).toFixed(1)} |`;
  });
  return ["| | median documents/s | min | max | rule is faster by |", "|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}

function findings({ title }: Scanner, [first]: readonly Judged[]): string {
  const lines = Object.entries(first?.flagged ?? {}).map(([issue, names]) =>
    names.length > mostNamed
      ? `  ${issue}: ${names.length} documents`
      : `  ${issue}: ${[...names].sort().join(", ")}`,
  );
  return [`${title} flags`, ...(lines.length > 0 ? lines.sort() : ["  nothing"])].join("\n");
}

async function main(): Promise<void> {
  const file = await managedPoliciesFile();
  const count = Object.keys(JSON.parse(readFileSync(file, "utf8")) as object).length;
  const rule = worker(process.execPath, [
    "-r",
    "sucrase/register/ts",
    path.join(__dirname, "scannersRule.ts"),
    file,
  ]);
  const python = worker(await scannersPython(new Progress()), [path.join(__dirname, "scanners.py"), file]);
  try {
    const scanners: Scanner[] = [
      { title: "no-star-star-grants", judge: () => rule.ask("judge") },
      { title: "checkov, its 8 IAM checks", judge: () => python.ask("checkov") },
      { title: "checkov, CKV_AWS_62 and 63 alone", judge: () => python.ask("checkov-star") },
      { title: "parliament", judge: () => python.ask("parliament") },
    ];
    const judged = await inTurn(scanners);
    const flags = scanners.map((scanner, index) => findings(scanner, judged[index] ?? []));
    process.stdout.write(`${machine()}, ${count} documents, ${rounds} rounds\n\n`);
    process.stdout.write(`${table(scanners, judged, count)}\n\n${flags.join("\n\n")}\n`);
  } finally {
    for (const { process: child } of [rule, python]) child.kill();
  }
}

void main();
