import { Command } from "commander";
import { addCommand } from "./add/command.ts";
import { promoteCommand } from "./promote/command.ts";
import { terminal } from "../../commandLine/terminal.ts";

/** `workload`: writes workloads into stack files, and nothing else in them. No AWS, no engine. */
export function workloadCommand(project: string): Command {
  return new Command("workload")
    .description("add a workload to a stack file, or copy one from another stack")
    .addCommand(addCommand(project, terminal))
    .addCommand(promoteCommand(project, terminal));
}
