import { Command } from "commander";
import pc from "picocolors";
import { isTerminal, type Progress } from "../../commandLine/progress.ts";
import { findingLines, summary, verificationTable, type Verification } from "./report.ts";
import { verify, type VerifyOptions } from "./verify.ts";

function print(verification: Verification, json: boolean, progress: Progress): number {
  const findings = findingLines(verification);
  const colors = isTerminal(process.stdout) && pc.isColorSupported;
  const text = json
    ? JSON.stringify(verification, null, 2)
    : [verificationTable(verification, colors), ...findings].join("\n");
  process.stdout.write(`${text}\n`);
  progress.note(summary(verification));
  return findings.length === 0 ? 0 : 1;
}

export function verifyCommand(project: string, progress: Progress): Command {
  return new Command("verify")
    .description("compare a deployed stack with what its stack file declares")
    .requiredOption("-s, --stack <name>", "the stack to verify")
    .option(
      "--allow-unmanaged",
      "let instances pass that SSM does not manage, whose identity cannot be asked",
      false,
    )
    .option("--json", "print one JSON document instead of a table", false)
    .addHelpText("after", "\nExit code: 0 all as declared, 1 something is not, 2 could not verify")
    .action(async ({ json, ...options }: VerifyOptions & { readonly json: boolean }) => {
      process.exitCode = print(await verify(project, options, progress), json, progress);
    });
}
