import { runProgram } from "../../commandLine/runProgram.ts";
import { buildPolicyPackCommand } from "./command.ts";

void runProgram(() => Promise.resolve(buildPolicyPackCommand(process.cwd())), process.argv.slice(2), {
  calledAs: "build:policypack",
  whenInterrupted: "interrupted",
});
