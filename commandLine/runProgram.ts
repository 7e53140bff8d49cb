import { Command, CommanderError } from "commander";
import { sentenceOf } from "./failure.ts";
import { endWhenInterrupted } from "./processes/signals.ts";

/** Exit code of a command that could not do its work; 1 says that it did, and found something. */
const couldNotRun = 2;

/**
 * Runs the command that the arguments name. What keeps it from its work is said in one sentence on stderr, which starts
 * with the command as its user called it.
 */
export async function runProgram(
  program: Command,
  args: readonly string[],
  calledAs = args[0],
): Promise<void> {
  endWhenInterrupted("interrupted");
  process.stdout.on("error", endWithoutOutput);
  for (const command of withSubcommands(program))
    command.exitOverride().showHelpAfterError("(add --help for the usage)");
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode && couldNotRun;
    else {
      process.stderr.write(`${calledAs ?? program.name()}: ${sentenceOf(error)}\n`);
      process.exitCode = couldNotRun;
    }
  }
}

/** Whoever reads may stop early, as head does; anything else, such as a full disk, is an error. */
function endWithoutOutput(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`cannot write the result: ${sentenceOf(error)}\n`);
  process.exit(couldNotRun);
}

const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];
