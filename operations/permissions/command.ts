import { Command, Option } from "commander";
import pc from "picocolors";
import { isTerminal } from "../../commandLine/progress.ts";
import { diffRevisions } from "./compareRevisions.ts";
import { diffMarkdown } from "./diffMarkdown.ts";
import { diffTable } from "./diffTable.ts";
import { exceptionsOf } from "./risks.ts";
import { baseRevision, workingTree } from "../stackFile/revision.ts";
import { showCommand } from "./showCommand.ts";

interface DiffOptions {
  readonly base: string;
  readonly stack: string;
  readonly format: "table" | "markdown" | "json";
}

/** `permissions`: what the roles of the stack files may do, and what a change makes of it. No AWS, no engine. */
export function permissionsCommand(project: string): Command {
  return new Command("npm run permissions --")
    .description("what the roles of the stack files may do, and what a change makes of it")
    .addCommand(diffCommand(project))
    .addCommand(showCommand(project));
}

function diffCommand(project: string): Command {
  return new Command("diff")
    .description("show in words which rights the working tree gives and takes, against a commit")
    .requiredOption("--base <commit>", "the commit to compare with, from where the two parted: origin/main")
    .option("-s, --stack <name>", 'a stack, or "all"', "all")
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["table", "markdown", "json"])
        .default("table"),
    )
    .addHelpText("after", "\nExit code: 0 compared, 2 could not compare")
    .action(async ({ base, stack, format }: DiffOptions) => {
      const [from, to] = [await baseRevision(project, base), workingTree(project)];
      const diff = await diffRevisions(from, to, stack, await exceptionsOf(project));
      const shown = {
        table: () => diffTable(diff, isTerminal(process.stdout) && pc.isColorSupported),
        markdown: () => diffMarkdown(diff),
        json: () => `${JSON.stringify(diff, null, 2)}\n`,
      };
      process.stdout.write(shown[format]());
    });
}
