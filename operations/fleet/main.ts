import { runProgram } from "../../commandLine/runProgram";
import { fleetCommand } from "./command";

// An entry of its own, as it loads the Automation API, which the other commands do not need.
void runProgram(fleetCommand(process.cwd()), process.argv.slice(2), "fleet");
