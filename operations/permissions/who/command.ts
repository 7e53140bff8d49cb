import { Command } from "commander";
import { exitCodeHelp } from "../../../commandLine/exitCodes.ts";
import { asJson, chosenFormat, type FormatOptions, withFormats } from "../../../commandLine/formats.ts";
import { paintsStdout, printed } from "../../../commandLine/result.ts";
import { questionOf } from "./question.ts";
import { whoMay } from "./who.ts";
import { whoMarkdown } from "./whoMarkdown.ts";
import { whoTable } from "./whoTable.ts";

interface WhoOptions extends FormatOptions<"table" | "json" | "markdown"> {
  readonly can: string;
  readonly on?: string;
  readonly stack: string;
}

const help = `
A name stands for whatever of the service is called so; of a bucket its objects are meant too. "yes" is allowed, under the condition
beside it if there is one; "limited" is what a Deny or a permissions boundary takes a part of, or may; "no" is what nothing is left of.
Policies whose documents are not here are named below: they may allow it too. So may policies of the resource itself.

Example: instance-profiles permissions who --can s3:PutObject --on orders-assets`;

export function whoCommand(project: string): Command {
  return withFormats(
    ["table", "json", "markdown"],
    new Command("who")
      .description("show which workloads may do something, and through which entry of the stack file")
      .requiredOption("--can <action>", "an action, also with wildcards: s3:PutObject, s3:Put*")
      .option("--on <resource>", "a name or an ARN; by default any resource")
      .option("-s, --stack <name>", 'a stack, or "all"', "all")
      .addHelpText("after", `${help}\n${exitCodeHelp()}`)
      .action(
        printed(async ({ can, on, stack, ...format }: WhoOptions) => {
          const answer = await whoMay(project, await questionOf(can, on), stack);
          const shown = {
            table: () => whoTable(answer, paintsStdout()),
            json: () => asJson(answer),
            markdown: () => whoMarkdown(answer),
          };
          return { text: shown[chosenFormat(format, "table")]() };
        }),
      ),
  );
}
