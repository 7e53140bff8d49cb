import { Command } from "commander";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { asJson, chosenFormat, type FormatOptions, withFormats } from "../../commandLine/formats.ts";
import { Progress } from "../../commandLine/progress.ts";
import { paintsStdout, printed } from "../../commandLine/result.ts";
import { findingLines, summary, verificationTable } from "./report.ts";
import { unseen } from "./unseen.ts";
import { verify, type VerifyOptions } from "./verify.ts";

const help = [
  "Example: instance-profiles verify --stack prod --json",
  "",
  "It does not see",
  ...unseen.map((what) => `- ${what}`),
].join("\n");

/** `verify`: a deployed stack beside what its stack file declares. */
export function verifyCommand(project: string): Command {
  return withFormats(
    ["table", "json"],
    new Command("verify")
      .description("compare a deployed stack with what its stack file declares")
      .requiredOption("-s, --stack <name>", "the stack to verify")
      .option(
        "--allow-unmanaged",
        "let instances pass that SSM does not manage, whose identity cannot be asked",
        false,
      )
      .addHelpText("after", `\n${help}\n${exitCodeHelp("something is not as declared")}`)
      .action(
        printed(
          async ({ stack, allowUnmanaged, ...format }: VerifyOptions & FormatOptions<"table" | "json">) => {
            const verification = await verify(project, { stack, allowUnmanaged }, new Progress());
            const findings = findingLines(verification);
            const shown = {
              table: () => `${[verificationTable(verification, paintsStdout()), ...findings].join("\n")}\n`,
              json: () => asJson(verification),
            };
            return {
              text: shown[chosenFormat(format, "table")](),
              notes: [summary(verification)],
              found: findings.length > 0,
            };
          },
        ),
      ),
  );
}
