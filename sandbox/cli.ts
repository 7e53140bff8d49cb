import * as path from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { stackFileName, stackNames } from "../components/config/stackFiles.ts";
import { Failure, sentenceOf } from "../commandLine/failure.ts";
import { noteKilledUpdates } from "./killedUpdate.ts";
import { projectFolder, sandboxFolder } from "./paths.ts";
import { runInForeground } from "../commandLine/processes/run.ts";
import { endWhenInterrupted } from "../commandLine/processes/signals.ts";
import { Progress } from "../commandLine/progress.ts";
import { closeSandbox, openSandbox, withSalt } from "./sandbox.ts";
import { ensureTestTools, needsTools } from "./testTools.ts";
import { up } from "./up.ts";

const folder = sandboxFolder();
const progress = new Progress();

/** npm starts scripts in the project; the user's own folder is where the command is meant to run. */
const userFolder = () => process.env.INIT_CWD ?? process.cwd();

async function execute(command: string, args: readonly string[]): Promise<number> {
  const sandbox = await openSandbox(folder, progress);
  noteKilledUpdates(sandbox, progress);
  return withSalt(sandbox, () =>
    runInForeground(command, args, { cwd: userFolder(), env: sandbox.environment }),
  );
}

function program(): Command {
  const commands = new Command("sandbox")
    .description("The program and its stacks, unchanged, on an embedded AWS")
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError("(add --help for the usage)");
  commands
    .command("up")
    .description("deploy a stack and prove what each role can do and what it cannot")
    .option("-s, --stack <name>", "the stack to deploy", "dev")
    .option("--json", "print the proof as one JSON document")
    .action(async ({ stack, json = false }: { stack: string; json?: boolean }) => {
      const known = stackNames(projectFolder);
      if (!known.includes(stack))
        throw new Failure(
          `no stack "${stack}": there is no ${stackFileName(stack)}; stacks are ${known.join(", ")}`,
        );
      process.exitCode = await up(folder, stack, json, progress);
    });
  commands
    .command("exec")
    .description("run a command inside the sandbox's environment")
    .passThroughOptions()
    .argument("<command>")
    .argument("[args...]")
    .action(async (command: string, args: string[]) => {
      process.exitCode = await execute(command, args);
    });
  commands
    .command("down")
    .description("stop the embedded AWS and remove the sandbox's state; cached tools stay")
    .action(async () => {
      const stopped = await closeSandbox(folder);
      process.stdout.write(
        stopped
          ? "the sandbox is stopped and removed\n"
          : "the sandbox was not running; its state is removed\n",
      );
    });
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
      const script = path.join(projectFolder, "benchmarks", `${name}.ts`);
      process.exitCode = await runInForeground(process.execPath, [script, ...args], {
        cwd: projectFolder,
        env: process.env,
      });
    });
  return commands;
}

function addCount(value: string, before: readonly string[] = []): string[] {
  if (value !== "--tables" && !/^[1-9]\d*$/.test(value))
    throw new InvalidArgumentError("want whole numbers from 1, or --tables alone.");
  return [...before, value];
}

async function runTests(args: readonly string[]): Promise<number> {
  if (needsTools(args)) await ensureTestTools(folder, progress);
  const mocha = path.join(projectFolder, "node_modules", "mocha", "bin", "mocha.js");
  return runInForeground(process.execPath, [mocha, ...(args.length > 0 ? args : ["tests/**/*.spec.ts"])], {
    cwd: projectFolder,
    env: process.env,
  });
}

/** Runs one sandbox command and sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  endWhenInterrupted();
  try {
    await program().parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else {
      process.stderr.write(`sandbox: ${sentenceOf(error)}\n`);
      if (process.env.SANDBOX_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
      process.exitCode = 1;
    }
  }
}
