import { Progress } from "../../commandLine/progress.ts";
import { runProgram } from "../../commandLine/runProgram.ts";
import { recoverCommand } from "./command.ts";

void runProgram(recoverCommand(process.cwd(), new Progress()), process.argv.slice(2), "recover");
