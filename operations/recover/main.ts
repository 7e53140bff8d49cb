import { Progress } from "../../commandLine/progress";
import { runProgram } from "../../commandLine/runProgram";
import { recoverCommand } from "./command";

void runProgram(recoverCommand(process.cwd(), new Progress()), process.argv.slice(2), "recover");
