import { Command } from "commander";
import { Progress } from "../commandLine/progress";
import { runProgram } from "../commandLine/runProgram";
import { historyCommand } from "./history/command";
import { reviewCommand } from "./review/command";
import { rollbackCommand } from "./rollback/command";
import { verifyCommand } from "./verify/command";

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
