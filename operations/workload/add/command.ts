import * as path from "node:path";
import { Command, Option } from "commander";
import { exitCodeHelp } from "../../../commandLine/exitCodes.ts";
import { Failure } from "../../../commandLine/failure.ts";
import { paintsStdout, printed, type Result } from "../../../commandLine/result.ts";
import { stackAccess } from "../../permissions/show/access.ts";
import { accessTable } from "../../permissions/show/accessTable.ts";
import { unifiedDiff } from "../../stackFile/unifiedDiff.ts";
import { checkedStack } from "../checkedStack.ts";
import { copyWorkload } from "../copyWorkload.ts";
import { insertWorkload } from "../insertWorkload.ts";
import { renameWords } from "../renameWords.ts";
import { hasWorkload, readStackText } from "../../stackFile/stackText.ts";
import type { WithTerminal } from "../../../commandLine/terminal.ts";
import { writeAtomically } from "../../stackFile/writeAtomically.ts";
import { askWorkload } from "./askWorkload.ts";
import { allRight, grantOf } from "./grant.ts";
import { newBlock, type NewWorkload } from "./newBlock.ts";
import { statementOf } from "./statement.ts";
import { checkWorkloadName } from "./workloadName.ts";

interface AddOptions {
  readonly stack: string;
  readonly like?: string;
  readonly description?: string;
  readonly access?: readonly string[];
  readonly statement?: readonly string[];
  readonly image?: string;
  readonly instanceType?: string;
  readonly dryRun?: boolean;
}

const help = `
Examples:
  npx instance-profiles workload add invoice-mailer --stack dev --like orders-api
  npx instance-profiles workload add invoice-mailer --stack dev --access s3=dev-invoices/outgoing/:read \\
    --access sqs=dev-mail-jobs:receive --description "Mails invoices" --image al2023-arm64 --instance-type t4g.micro
  npx instance-profiles workload add invoice-mailer --stack dev --access s3=dev-invoices/outgoing/:read \\
    --statement 'sqs:ListQueues on *' --statement 's3:GetObject,s3:GetObjectTagging on arn:aws:s3:::dev-orders/*'

--access is for what docs/access.md has a word for, --statement for any other action of IAM.

Without --like, --access and --statement it asks, where it is on a terminal.

With --like the text and its comments are copied. Where a name of an AWS resource holds the other workload's name, as
/dev/orders-api and Dev/OrdersApi do, it gets the new one. description, userData and userDataFile stay as they are, and
attachTo is not copied, since an instance carries one profile.
${exitCodeHelp()}`;

/** An option that may be repeated: what was given of it, and one more. */
const andAll = (text: string, before: readonly string[] | undefined) => [...(before ?? []), text];

export function addCommand(project: string, terminal: WithTerminal): Command {
  const alone = (option: Option) => option.conflicts("like");
  return new Command("add")
    .description("add a workload to a stack file; everything else in the file stays byte for byte")
    .argument("<name>", "the name of the new workload, such as invoice-mailer")
    .requiredOption("-s, --stack <name>", "the stack")
    .option("--like <workload>", "copy this workload of the stack")
    .addOption(
      alone(
        new Option(
          "--access <grant>",
          "what it may do, as service=resource:level; may be repeated",
        ).argParser(andAll),
      ),
    )
    .addOption(
      alone(
        new Option(
          "--statement <statement>",
          "what else it may do, as 'actions on resources'; may be repeated",
        ).argParser(andAll),
      ),
    )
    .addOption(alone(new Option("--description <text>", "what it does, in a few words")))
    .addOption(alone(new Option("--image <image>", "what its instances start from, such as al2023")))
    .addOption(alone(new Option("--instance-type <type>", "such as t3.micro")))
    .option("--dry-run", "print the change as a diff, and write nothing")
    .addHelpText("after", help)
    .action(printed((name: string, options: AddOptions) => add(project, name, options, terminal)));
}

async function add(
  project: string,
  name: string,
  options: AddOptions,
  terminal: WithTerminal,
): Promise<Result> {
  const { stack, like, dryRun = false } = options;
  checkWorkloadName(name);
  const target = readStackText(project, stack);
  if (hasWorkload(target, name))
    throw new Failure(
      `${target.file} has a workload "${name}" already: choose another name, or change it there`,
    );
  const copied =
    like === undefined
      ? undefined
      : copyWorkload(target, like, (text) => renameWords(text, like, name), name);
  const fresh = copied ? {} : await newWorkload(options, terminal);
  const { block, data } = copied ?? { block: newBlock(name, fresh), data: fresh };
  const text = insertWorkload(target, name, block, data);
  const workloads = await checkedStack(project, stack, text);
  if (dryRun) return { text: unifiedDiff(target.file, target.text, text) };
  writeAtomically(path.join(project, target.file), target.text, text);
  const own = await stackAccess({
    name: stack,
    workloads: workloads.filter((one) => one.name === name),
  });
  const notes = [
    `${target.file} has the workload ${name} now.`,
    ...(like === undefined ? [] : [`Its description and launch are those of ${like}: change what differs.`]),
    ...(copied?.leavesAttachTo ? ["attachTo was not copied: an instance carries one profile."] : []),
  ];
  return {
    text: `${notes.join("\n")}\n\n${accessTable(own, paintsStdout()).trimEnd()}\n\nnext: pulumi preview --stack ${stack} --policy-pack policypack\n`,
  };
}

async function newWorkload(options: AddOptions, terminal: WithTerminal): Promise<NewWorkload> {
  const { description, image, instanceType } = options;
  const grants = await Promise.all((options.access ?? []).map(grantOf));
  const stated = (options.statement ?? []).map(statementOf);
  allRight<object>([...grants, ...stated]);
  const given: NewWorkload = {
    ...(description !== undefined && { description }),
    ...(grants.length > 0 && { access: allRight(grants) }),
    ...(stated.length > 0 && { statements: allRight(stated) }),
    ...((image ?? instanceType) !== undefined && {
      launch: { ...(image !== undefined && { image }), ...(instanceType !== undefined && { instanceType }) },
    }),
  };
  if (given.access ?? given.statements) return given;
  const asked = terminal((ask) =>
    askWorkload(
      ask,
      (line) => {
        process.stderr.write(`${line}\n`);
      },
      given,
    ),
  );
  if (asked) return asked;
  throw new Failure(
    "nothing says what the workload may do, and there is no terminal to ask on: add --like <workload>, --access service=resource:level, such as s3=orders/incoming/:read, or --statement 'actions on resources'",
  );
}
