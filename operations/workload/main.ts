import { runProgram } from "../../commandLine/runProgram.ts";
import { workloadCommand } from "./command.ts";

// An entry of its own: it needs no AWS, and loading the clients of the other commands takes longer than it takes.
void runProgram(workloadCommand(process.cwd()), process.argv.slice(2), "workload");
