import { Command, CommanderError } from "commander";
import { sentenceOf } from "../commandLine/failure";
import { Progress } from "../commandLine/progress";
import { endWhenInterrupted } from "../commandLine/processes/signals";
import { historyCommand } from "./history/command";
import { rollbackCommand } from "./rollback/command";
import { verifyCommand } from "./verify/command";

/** Exit code of a command that could not do its work; 1 says that it did, and found something. */
const couldNotRun = 2;

function program(): Command {
  const progress = new Progress();
  return new Command("operations")
    .description("Commands on a deployed stack, with your AWS credentials and your Pulumi backend")
    .addCommand(verifyCommand(process.cwd(), progress))
    .addCommand(historyCommand(process.cwd(), progress))
    .addCommand(rollbackCommand(process.cwd(), progress));
}

/** Where npm runs the script, the project is the current folder. */
async function main(args: readonly string[]): Promise<void> {
  endWhenInterrupted("interrupted");
  const commands = program();
  for (const command of [commands, ...commands.commands])
    command.exitOverride().showHelpAfterError("(add --help for the usage)");
  try {
    await commands.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode && couldNotRun;
    else {
      process.stderr.write(`${args[0] ?? "operations"}: ${sentenceOf(error)}\n`);
      process.exitCode = couldNotRun;
    }
  }
}

void main(process.argv.slice(2));
