/**
 * Prints what a tool reads in the stack files of the folder that this runs in, as one JSON document: which rights each role has,
 * and what became of them since a commit. The files are data to the tool; nothing of the folder runs.
 *
 *   node readRights.ts PATH/TO/bin/main.mjs COMMIT
 */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import type { Answer, Reading } from "./reading.ts";

const [tool = "", base = ""] = process.argv.slice(2);

/** How one call of the tool ended. What it says where it fails is on stderr. */
const called = (...args: readonly string[]) =>
  new Promise<{ readonly failed: boolean; readonly stdout: string; readonly stderr: string }>((resolve) => {
    const options = { maxBuffer: 256 * 1024 * 1024, env: { ...process.env, NO_COLOR: "1" } };
    execFile(process.execPath, [tool, "permissions", ...args], options, (error, stdout, stderr) => {
      // 1 says that it found something.
      resolve({
        failed: error !== null && error.code !== 1,
        stdout,
        stderr: stderr || String(error?.message),
      });
    });
  });

async function asked(...args: readonly string[]): Promise<Answer> {
  const { failed, stdout, stderr } = await called(...args, "--format", "json");
  return failed ? { error: stderr.trim() } : { answer: JSON.parse(stdout) as unknown };
}

/** All that Pulumi may take for a stack file, whether or not the tool does. */
const stacks = readdirSync(".").flatMap(
  (file) => /^Pulumi\.([\w.-]+)\.(?:ya?ml|json)$/.exec(file)?.[1] ?? [],
);

const markdown = await called("diff", "--base", base, "--format", "markdown");
const reading: Reading = {
  changes: await asked("diff", "--base", base),
  stacks: {},
  markdown: markdown.failed ? "" : markdown.stdout,
};
for (const stack of [...new Set(stacks)].sort())
  Object.assign(reading.stacks, { [stack]: await asked("show", "--stack", stack) });
process.stdout.write(`${JSON.stringify(reading)}\n`);
