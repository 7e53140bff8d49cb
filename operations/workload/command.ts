import { Command } from "commander";
import { addCommand } from "./add/command.ts";
import { adoptCommand } from "./adopt/command.ts";
import { promoteCommand } from "./promote/command.ts";
import { terminal } from "../../commandLine/terminal.ts";

/** `workload`: writes workloads into stack files, and nothing else in them. Only `adopt` asks AWS; none runs the engine. */
export function workloadCommand(project: string): Command {
  return new Command("workload")
    .description(
      "add a workload to a stack file, copy one from another stack, or write one for a role that exists",
    )
    .addCommand(addCommand(project, terminal))
    .addCommand(promoteCommand(project, terminal))
    .addCommand(adoptCommand(project, terminal));
}
