import { Command } from "commander";
import { addCommand } from "./add.ts";
import { listCommand } from "./list.ts";

/** `exception`: what the policy pack lets pass for a time. No AWS, no engine. */
export function exceptionCommand(project: string): Command {
  return new Command("exception")
    .description("let a finding of the policy pack pass for a time, and list those that pass")
    .addCommand(addCommand(project))
    .addCommand(listCommand(project));
}
