import { runProgram } from "../../commandLine/runProgram.ts";
import { fleetCommand } from "./command.ts";

// An entry of its own, as it loads the Automation API, which the other commands do not need.
void runProgram(fleetCommand(process.cwd()), process.argv.slice(2), "fleet");
