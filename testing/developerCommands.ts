import * as path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { runInForeground } from "../commandLine/processes/run.ts";
import { Progress } from "../commandLine/progress.ts";
import { runProgram } from "../commandLine/runProgram.ts";
import { projectFolder, sandboxFolder } from "../sandbox/paths.ts";
import { ensureTestTools, needsTools } from "../sandbox/testTools.ts";

/** What those who work on this project start: `npm test` and `npm run bench`. */
function developerCommands(): Command {
  const commands = new Command("sandbox").enablePositionalOptions();
  commands
    .command("prepare")
    .description("install the project's packages and nothing else")
    .action(() => undefined);
  commands
    .command("test")
    .description("run the project's tests")
    .allowUnknownOption()
    .argument("[mocha...]", "spec files, or other arguments for mocha; all specs if left out")
    .action(async (args: string[]) => {
      process.exitCode = await runTests(args);
    });
  commands
    .command("bench")
    .description("measure, and write the table into docs/benchmarks.md")
    .passThroughOptions()
    .argument("<name>", "a script of benchmarks/; all.ts runs the others")
    .argument(
      "[rounds...]",
      "counted runs, and what else the script takes; its own defaults if left out",
      addCount,
    )
    .action(async (name: string, args: string[]) => {
      process.exitCode = await runNode([path.join(projectFolder, "benchmarks", `${name}.ts`), ...args]);
    });
  return commands;
}

function addCount(value: string, before: readonly string[] = []): string[] {
  if (value !== "--tables" && !/^[1-9]\d*$/.test(value))
    throw new InvalidArgumentError("want whole numbers from 1, or --tables alone.");
  return [...before, value];
}

async function runTests(args: readonly string[]): Promise<number> {
  if (needsTools(args)) await ensureTestTools(sandboxFolder(), new Progress());
  const mocha = path.join(projectFolder, "node_modules", "mocha", "bin", "mocha.js");
  return runNode([mocha, ...(args.length > 0 ? args : ["tests/**/*.spec.ts"])]);
}

const runNode = (args: readonly string[]) =>
  runInForeground(process.execPath, args, { cwd: projectFolder, env: process.env });

/** Runs one of these commands and sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  await runProgram(() => Promise.resolve(developerCommands()), args, {
    calledAs: args[0] ?? "",
    whenInterrupted: "interrupted",
  });
}
