import * as path from "node:path";
import { Command } from "commander";
import { exitCodeHelp } from "../../../commandLine/exitCodes.ts";
import { Failure, Refusal } from "../../../commandLine/failure.ts";
import { asJson } from "../../../commandLine/formats.ts";
import { Progress } from "../../../commandLine/progress.ts";
import { paintsStdout, print, printed, type Result } from "../../../commandLine/result.ts";
import type { WithTerminal } from "../../../commandLine/terminal.ts";
import { exceptionsOf } from "../../permissions/risks.ts";
import { anyProjectAt } from "../../stackFile/project.ts";
import { workingTree } from "../../stackFile/revision.ts";
import { readStackText } from "../../stackFile/stackText.ts";
import { unifiedDiff } from "../../stackFile/unifiedDiff.ts";
import { writeAtomically } from "../../stackFile/writeAtomically.ts";
import { checkWorkloadName } from "../add/workloadName.ts";
import { checkedStack } from "../checkedStack.ts";
import { consentMissing } from "../consent.ts";
import { adopt } from "./adopt.ts";
import type { Adoption } from "./adoption.ts";
import { nextSteps, shownAdoption } from "./shown.ts";

interface AdoptOptions {
  readonly stack: string;
  readonly name?: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const help = `
Examples:
  npx instance-profiles workload adopt invoice-mailer --stack dev
  npx instance-profiles workload adopt i-0123456789abcdef0 arn:aws:iam::111122223333:role/reports --stack dev --dry-run

It reads the role with its policies, tags, boundary and instances, and changes nothing in AWS. What "access" says exactly
goes there, and the rest into "statements"; policies of AWS, and those that others have too, stay policies. Its instances
go into attachTo, and the next update swaps their profile.

It shows the change as a diff, how the rights differ from those of the role, and what the policy pack finds in them, and
asks before it writes.
${exitCodeHelp("its rights are not those of the role, the policy pack refuses some, or it was refused: nothing was written")}`;

export function adoptCommand(project: string, terminal: WithTerminal): Command {
  return new Command("adopt")
    .description("write a workload for a role that exists, from its policies, tags and instances")
    .argument("<role...>", "a role or an instance profile by name or ARN, or an instance by id")
    .requiredOption("-s, --stack <name>", "the stack that gets it")
    .option("--name <name>", "what the workload is called, instead of what the role is")
    .option("--yes", "do not ask first")
    .option("--dry-run", "show the change, and write nothing")
    .option("--json", "print what was found as JSON; needs --yes or --dry-run")
    .addHelpText("after", help)
    .action(
      printed((roles: readonly string[], options: AdoptOptions) => run(project, roles, options, terminal)),
    );
}

async function run(
  project: string,
  texts: readonly string[],
  options: AdoptOptions,
  terminal: WithTerminal,
): Promise<Result> {
  const { stack, name, yes = false, dryRun = false, json = false } = options;
  if (json && !yes && !dryRun) throw new Failure("--json asks nobody: add --dry-run, or --yes to write");
  if (name !== undefined) checkWorkloadName(name);
  const source = readStackText(project, stack);
  const progress = new Progress();
  // The other commands of workloads ask nothing of AWS, and its clients take a second to load.
  const { readRoles } = await import("./readRoles.ts");
  const { roles, target } = await progress.step(`reading ${texts.join(", ")}`, () =>
    readRoles(source, texts),
  );
  if (name !== undefined && roles.length > 1)
    throw new Failure(
      `--name is for one role, and ${texts.join(", ")} are ${roles.length}: adopt them one by one`,
    );
  const { name: projectName } = await anyProjectAt(workingTree(project));
  const exceptions = await exceptionsOf(project);
  const { text, adoptions } = await progress.step("putting the rights into words", () =>
    adopt(roles, { source, project: projectName, target, exceptions, workloadName: name }),
  );
  await checkedStack(project, stack, text);
  const diff = unifiedDiff(source.file, source.text, text);
  const steps = nextSteps(adoptions, stack);
  const found = adoptions.some(isToLookAt);
  if (!json) {
    print(`${diff}\n`);
    for (const adoption of adoptions) print(`${shownAdoption(adoption, paintsStdout())}\n`);
  }
  if (!dryRun) {
    const reason = yes ? undefined : await consentMissing(source.file, terminal);
    if (reason !== undefined) throw new Refusal(`refused, nothing was written: ${reason}`);
    writeAtomically(path.join(project, source.file), source.text, text);
  }
  if (json)
    return {
      text: asJson({ stack, file: source.file, adoptions, diff, next: steps, written: !dryRun }),
      found,
    };
  const written = dryRun ? [] : [`${source.file} is written.`];
  return { text: `${[...written, ...steps].join("\n")}\n`, found };
}

function isToLookAt({ diff: { changes, risks } }: Adoption): boolean {
  return changes.length > 0 || risks.some(({ refused }) => refused);
}
