// Checks that read the sources and run nothing, side by side: each of them keeps one core busy.
import { capture } from "../commandLine/processes/run.ts";
import { projectFolder } from "../sandbox/paths.ts";

const checks = ["typecheck", "lint", "format:check"];

/** Runs one and prints what it says as a whole, so that the lines of several do not mix. */
async function passes(check: string): Promise<boolean> {
  const { code, stdout, stderr } = await capture("npm", ["run", check], { cwd: projectFolder });
  process.stdout.write(`${code === 0 ? "✓" : "✗"} ${check}\n${code === 0 ? "" : stdout + stderr}`);
  return code === 0;
}

const passed = await Promise.all(checks.map(passes));
if (passed.includes(false)) process.exitCode = 1;
