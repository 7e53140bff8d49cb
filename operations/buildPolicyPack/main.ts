import { runProgram } from "../../commandLine/runProgram.ts";
import { buildPolicyPackCommand } from "./command.ts";

void runProgram(buildPolicyPackCommand(process.cwd()), process.argv.slice(2), "build:policypack");
