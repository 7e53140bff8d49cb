import * as path from "node:path";
import { Command } from "commander";
import { exitCodeHelp } from "../../../commandLine/exitCodes.ts";
import { Failure, Refusal } from "../../../commandLine/failure.ts";
import { paintsStdout, print, printed, type Result } from "../../../commandLine/result.ts";
import { stackFileName } from "../../../components/config/stackFiles.ts";
import { declaredIn } from "../../stackFile/declaredStacks.ts";
import { projectAt } from "../../stackFile/project.ts";
import { stackDiff } from "../../permissions/diff.ts";
import { diffTable } from "../../permissions/diffTable.ts";
import { workingTree } from "../../stackFile/revision.ts";
import { unifiedDiff } from "../../stackFile/unifiedDiff.ts";
import { checkedStack } from "../checkedStack.ts";
import { consentMissing } from "../consent.ts";
import { readStackText } from "../../stackFile/stackText.ts";
import type { WithTerminal } from "../../../commandLine/terminal.ts";
import { writeAtomically } from "../../stackFile/writeAtomically.ts";
import { promoteText } from "./promoteText.ts";

interface PromoteOptions {
  readonly from: string;
  readonly to: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

const help = `
Example:
  npx instance-profiles workload promote invoice-mailer --from dev --to prod

Where a name of an AWS resource holds the environment of the one stack (instance-profiles:environment), as dev-orders,
/dev/orders/* and Dev/OrdersApi do, it gets that of the other; a text with {environment} or {stack} in it
stays as it is. description, userData and userDataFile stay as they are.

A workload that the other stack does not have is copied, without attachTo. Of one that it has, description, access,
statements and managedPolicies are replaced; launch, tags, permissionsBoundary, maxSessionHours and attachTo stay.

It shows the change as a diff and in words, and asks before it writes.
${exitCodeHelp("it was refused: nothing was written")}`;

export function promoteCommand(project: string, terminal: WithTerminal): Command {
  return new Command("promote")
    .description("copy a workload from one stack file into another")
    .argument("<name>", "a workload of the stack that it comes from, such as orders-api")
    .requiredOption("--from <stack>", "the stack that it comes from")
    .requiredOption("--to <stack>", "the stack that gets it")
    .option("--yes", "do not ask first")
    .option("--dry-run", "show the change, and write nothing")
    .addHelpText("after", help)
    .action(printed((name: string, options: PromoteOptions) => promote(project, name, options, terminal)));
}

async function promote(
  project: string,
  name: string,
  { from, to, yes = false, dryRun = false }: PromoteOptions,
  terminal: WithTerminal,
): Promise<Result> {
  if (from === to) throw new Failure(`--from and --to are both ${from}: name two stacks`);
  const [source, target] = [readStackText(project, from), readStackText(project, to)];
  const { text, notes } = promoteText(source, target, name);
  if (text === target.text)
    return { text: `${target.file} has ${name} as ${source.file} has it, nothing to do\n` };
  await checkedStack(project, to, text);
  print(`${unifiedDiff(target.file, target.text, text)}\n`);
  print(await inWords(project, to, target.text, text));
  for (const note of notes) print(`${note}\n`);
  if (dryRun) return { text: "" };
  const reason = yes ? undefined : await consentMissing(target.file, terminal);
  if (reason !== undefined) throw new Refusal(`refused, nothing was written: ${reason}`);
  writeAtomically(path.join(project, target.file), target.text, text);
  return {
    text: `\n${target.file} is written.\nnext: pulumi preview --stack ${to} --policy-pack policypack\n`,
  };
}

/** What the change makes of the rights of the stack. */
async function inWords(project: string, stack: string, before: string, after: string): Promise<string> {
  const { name, ending } = await projectAt(workingTree(project));
  const file = stackFileName(stack, ending);
  const one = await declaredIn({ stack, file, text: before }, name);
  const other = await declaredIn({ stack, file, text: after }, name);
  const workloads = await stackDiff(one, other);
  const notes = one.problem === undefined ? [] : [`It was read only in part before. ${one.problem}`];
  return diffTable(
    { base: "the current file", head: "the change", stacks: [stack], workloads, notes },
    paintsStdout(),
  );
}
