/**
 * Runs types, the tests that need no engine, and a preview with the policy pack on each line of Node that the project
 * supports: `npm run test:runtimes`, or some of them as `npm run test:runtimes -- 22 26`.
 */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { Failure, sentenceOf } from "../commandLine/failure.ts";
import { captureOrFail, runInForeground } from "../commandLine/processes/run.ts";
import { endWhenInterrupted } from "../commandLine/processes/signals.ts";
import { Progress } from "../commandLine/progress.ts";
import { cacheFolder, projectFolder } from "../sandbox/paths.ts";
import { inToolCache } from "../sandbox/toolchain/toolCache.ts";

const lines = ["22", "24", "26"];
const packageFiles = ["package.json", "package-lock.json"];
const unitTests =
  "tests/{benchmarks,bin,bootstrap,commandLine,components,docs,faults,iam,operations,policypack,sandbox,secrets,workflows}/**/*.spec.ts";

/** The folder with every line, at the versions that the lockfile pins; npm checks their hashes. */
async function nodes(progress: Progress): Promise<string> {
  const hash = createHash("sha256");
  const source = path.join(import.meta.dirname, "runtimes");
  for (const name of packageFiles) hash.update(readFileSync(path.join(source, name)));
  return inToolCache(`runtimes-${hash.digest("hex").slice(0, 12)}`, async (fresh) => {
    for (const name of packageFiles) copyFileSync(path.join(source, name), path.join(fresh, name));
    const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", `--cache=${path.join(cacheFolder, "npm")}`];
    await progress.step(`fetching Node ${lines.join(", ")} into the tool cache (once)`, () =>
      captureOrFail("fetching Node", "npm", ["ci", ...quiet], { cwd: fresh }),
    );
  });
}

function binaryOf(folder: string, line: string): string {
  const name = `node-${line}-${process.platform}-${process.arch}`;
  const binary = path.join(folder, "node_modules", name, "bin", "node");
  if (!existsSync(binary))
    throw new Failure(`no Node ${line} for ${process.platform}-${process.arch} in npm`);
  return binary;
}

/** What is run, by name, as arguments of Node. */
const checks: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit"]],
  ["tests without an engine", ["node_modules/mocha/bin/mocha.js", "--reporter", "dot", unitTests]],
  [
    "a preview of dev with the policy pack",
    [
      ...["sandbox/main.mjs", "exec", "--", "pulumi", "preview", "--stack", "dev", "--non-interactive"],
      ...["--policy-pack", "policypack", "--policy-pack-config", "policypack/config/dev.json"],
    ],
  ],
];

async function run(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.filter((line) => !lines.includes(line));
  if (unknown.length > 0) throw new Failure(`got ${unknown.join(", ")}, want some of ${lines.join(", ")}`);
  const folder = await nodes(new Progress());
  const failed: string[] = [];
  for (const line of wanted.length > 0 ? wanted : lines) {
    const binary = binaryOf(folder, line);
    const PATH = [path.dirname(binary), process.env.PATH].join(path.delimiter);
    for (const [name, args] of checks) {
      process.stderr.write(`Node ${line}: ${name}\n`);
      const options = { cwd: projectFolder, env: { ...process.env, PATH } };
      if ((await runInForeground(binary, args, options)) !== 0) failed.push(`${name} on Node ${line}`);
    }
  }
  for (const name of failed) process.stderr.write(`failed: ${name}\n`);
  return failed.length > 0 ? 1 : 0;
}

endWhenInterrupted();
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`test:runtimes: ${sentenceOf(error)}\n`);
  process.exitCode = 2;
}
