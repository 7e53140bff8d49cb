import { Command } from "commander";
import { exitCodeHelp } from "../../../commandLine/exitCodes.ts";
import { asJson, chosenFormat, type FormatOptions, withFormats } from "../../../commandLine/formats.ts";
import { packageManifest } from "../../../commandLine/packageManifest.ts";
import { paintsStdout, printed } from "../../../commandLine/result.ts";
import { dateOfToday } from "../../../policypack/exceptions/exceptionText.ts";
import { gitPrefix } from "../../stackFile/gitPrefix.ts";
import { failOnOption, type FailureWord } from "../failOn.ts";
import { checkStacks } from "./check.ts";
import { checkTable, summary } from "./checkTable.ts";
import { githubAnnotations } from "./githubAnnotations.ts";
import { junit } from "./junit.ts";
import { sarif } from "./sarif.ts";

interface CheckOptions extends FormatOptions<"table" | "json" | "sarif" | "github" | "junit"> {
  readonly stack: string;
  readonly failOn: readonly FailureWord[];
}

const help = `
Refused is what the policy pack would refuse at the settings of that stack (policypack/config/<stack>.json), and every mistake for
which the program would end. Risky is its advice. Unknown is what stands in no file: secrets, environments, closed archives.
By default only what is refused ends with 1, as a preview with the pack does.

It sees neither the account nor other programs: what customer-managed policies say, quotas that are used up, and roles made elsewhere
are for "pulumi preview --policy-pack" and "verify".

Example: instance-profiles permissions check --format sarif > findings.sarif`;

export function checkCommand(project: string): Command {
  return withFormats(
    ["table", "json", "sarif", "github", "junit"],
    new Command("check")
      .description("judge the stack files by the rules of the policy pack, without an engine or an account")
      .option("-s, --stack <name>", 'a stack, or "all"', "all")
      .addOption(failOnOption(["refused"]))
      .addHelpText("after", `${help}\n${exitCodeHelp("found something that --fail-on names")}`)
      .action(
        printed(async ({ stack, failOn, ...format }: CheckOptions) => {
          const result = await checkStacks(project, stack);
          const shown = {
            table: () => checkTable(result, paintsStdout(), dateOfToday()),
            json: () => asJson(result),
            sarif: async () => sarif(result, await gitPrefix(project), packageManifest().version),
            github: async () => githubAnnotations(result, await gitPrefix(project)),
            junit: () => junit(result, failOn),
          };
          const chosen = chosenFormat(format, "table");
          return {
            text: await shown[chosen](),
            // What a file or a log takes is no place for a sentence.
            ...(chosen !== "table" && { notes: [summary(result)] }),
            found: result.findings.some(({ verdict }) => failOn.some((word) => word === verdict)),
          };
        }),
      ),
  );
}
