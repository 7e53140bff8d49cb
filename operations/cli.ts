import { Command } from "commander";
import { Progress } from "../commandLine/progress.ts";
import { runProgram } from "../commandLine/runProgram.ts";
import { historyCommand } from "./history/command.ts";
import { reviewCommand } from "./review/command.ts";
import { rollbackCommand } from "./rollback/command.ts";
import { verifyCommand } from "./verify/command.ts";

// Where npm runs the script, the project is the current folder.
const project = process.cwd();
const progress = new Progress();

void runProgram(
  new Command("operations")
    .description("Commands on a deployed stack, with your AWS credentials and your Pulumi backend")
    .addCommand(verifyCommand(project, progress))
    .addCommand(historyCommand(project, progress))
    .addCommand(reviewCommand(project, progress))
    .addCommand(rollbackCommand(project, progress)),
  process.argv.slice(2),
);
