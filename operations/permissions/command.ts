import { Command } from "commander";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { asJson, chosenFormat, type FormatOptions, withFormats } from "../../commandLine/formats.ts";
import { paintsStdout, printed } from "../../commandLine/result.ts";
import { checkCommand } from "./check/command.ts";
import { diffRevisions } from "./compareRevisions.ts";
import { diffMarkdown } from "./diffMarkdown.ts";
import { diffTable } from "./diffTable.ts";
import { failOnOption, type FailureWord } from "./failOn.ts";
import { failuresIn } from "./failuresIn.ts";
import { exceptionsOf } from "./risks.ts";
import { baseRevision, workingTree } from "../stackFile/revision.ts";
import { readGivenConfig } from "../stackFile/givenConfig.ts";
import { givenConfigOption, showCommand } from "./showCommand.ts";
import { whoCommand } from "./who/command.ts";

interface DiffOptions extends FormatOptions<"table" | "markdown" | "json"> {
  readonly base: string;
  readonly stack: string;
  readonly config?: string;
  readonly failOn: readonly FailureWord[];
}

/** `permissions`: what the roles of the stack files may do, and what a change makes of it. No AWS, no engine. */
export function permissionsCommand(project: string): Command {
  return new Command("permissions")
    .description("what the roles of the stack files may do, and what a change makes of it")
    .addCommand(diffCommand(project))
    .addCommand(showCommand(project))
    .addCommand(checkCommand(project))
    .addCommand(whoCommand(project));
}

function diffCommand(project: string): Command {
  return withFormats(
    ["table", "markdown", "json"],
    new Command("diff")
      .description("show in words which rights the working tree gives and takes, against a commit")
      .requiredOption("--base <commit>", "the commit to compare with, from where the two parted: origin/main")
      .option("-s, --stack <name>", 'a stack, or "all"', "all")
      .addOption(givenConfigOption())
      .addOption(failOnOption([]))
      .addHelpText("after", exitCodeHelp("found something that --fail-on names"))
      .action(
        printed(async ({ base, stack, config, failOn, ...format }: DiffOptions) => {
          const given = config === undefined ? undefined : readGivenConfig(config);
          const [from, to] = [await baseRevision(project, base), workingTree(project)];
          const diff = await diffRevisions(from, to, stack, await exceptionsOf(project), given);
          const shown = {
            table: () => diffTable(diff, paintsStdout()),
            markdown: () => diffMarkdown(diff),
            json: () => asJson(diff),
          };
          const found = failuresIn(diff).some((word) => failOn.includes(word));
          return { text: shown[chosenFormat(format, "table")](), found };
        }),
      ),
  );
}
