import * as path from "node:path";
import { Command } from "commander";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { printed, type Result } from "../../commandLine/result.ts";
import { readStackText } from "../stackFile/stackText.ts";
import { unifiedDiff } from "../stackFile/unifiedDiff.ts";
import { writeAtomically } from "../stackFile/writeAtomically.ts";
import { checkedStack } from "../workload/checkedStack.ts";
import { fullKey, withValue } from "./setValue.ts";

interface SetOptions {
  readonly stack: string;
  readonly dryRun?: boolean;
}

const help = `
Examples:
  npx instance-profiles config set permissionsBoundary acme-bootstrap/acme-boundary --stack dev
  npx instance-profiles config set aws:region eu-west-1 --stack dev --dry-run

A key without a namespace is one of this program: permissionsBoundary is instance-profiles:permissionsBoundary. Text is all it
writes; maps, lists and secrets it leaves to you and to "pulumi config set --secret", which writes the whole file anew.
${exitCodeHelp()}`;

/** `config`: single values of stack files. No AWS, no engine. */
export function configCommand(project: string): Command {
  return new Command("config")
    .description("set a value of a stack file, and leave everything else in it as it is")
    .addCommand(
      new Command("set")
        .description("set a value of a stack file; everything else in the file stays byte for byte")
        .argument("<key>", "such as permissionsBoundary or aws:region")
        .argument("<value>", "text; nothing secret, since it is written as it is")
        .requiredOption("-s, --stack <name>", "the stack")
        .option("--dry-run", "show the change and write nothing")
        .addHelpText("after", help)
        .action(
          printed(
            async (key: string, value: string, { stack, dryRun = false }: SetOptions): Promise<Result> => {
              const before = readStackText(project, stack);
              const after = withValue(before, fullKey(key), value);
              if (after === before.text) return { text: "", notes: [`${before.file} says so already`] };
              await checkedStack(project, before.stack, after);
              if (!dryRun) writeAtomically(path.join(project, before.file), before.text, after);
              return {
                text: unifiedDiff(before.file, before.text, after),
                notes: [
                  dryRun ? "nothing was written" : `${before.file} was changed: look at it, and commit it`,
                ],
              };
            },
          ),
        ),
    );
}
