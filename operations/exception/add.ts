import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { Command } from "commander";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { Failure } from "../../commandLine/failure.ts";
import { printed } from "../../commandLine/result.ts";
import { dateOfToday, daysAfter, exceptionText } from "../../policypack/exceptions/exceptionText.ts";
import type { Exception } from "../../policypack/exceptions/exception.ts";
import { parseExceptions } from "../../policypack/exceptions/parseExceptions.ts";
import { policies } from "../../policypack/policies/index.ts";
import { EXCEPTIONS_FILE } from "../permissions/check/exceptionsFile.ts";
import { writeAtomically } from "../stackFile/writeAtomically.ts";
import { withException } from "./addException.ts";
import { findingAt } from "./findingAt.ts";

interface AddOptions {
  readonly policy?: string;
  readonly urn?: string;
  readonly finding?: string;
  readonly reason: string;
  readonly expires: string;
}

const help = `
Where the finding is in a stack file, name its place as "permissions check" prints it, with --policy where a line has several. A
finding of another program is named by --policy, --urn and --finding, as its message offers them.

An exception to no-inline-access-keys and no-star-star-grants lasts 90 days at most. Nothing else in the file is touched.

Example: instance-profiles exception add Pulumi.dev.yaml:12 --reason "The migration of the account, ticket OPS-123"`;

export function addCommand(project: string): Command {
  const today = dateOfToday();
  return new Command("add")
    .description("let one finding of the policy pack pass for a time, for a reason")
    .argument("[place]", "where it is, as permissions check prints it: Pulumi.dev.yaml:12")
    .option("--policy <name>", "the policy that found it")
    .option("--urn <urn>", "the resource")
    .option("--finding <text>", "the message, from the property to the first semicolon")
    .requiredOption("--reason <text>", "why it may pass, in at least 20 characters")
    .option("--expires <date>", "the last day", daysAfter(today, 30))
    .addHelpText("after", `${help}\n${exitCodeHelp()}`)
    .action(
      printed(async (place: string | undefined, { reason, expires, ...options }: AddOptions) => {
        const entry = { ...(await chosen(project, place, options)), reason, expires };
        refuse(entry, today);
        const file = path.join(project, EXCEPTIONS_FILE);
        const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
        const after = withException(before ?? "", entry);
        if (before !== undefined) writeAtomically(file, before, after);
        else {
          mkdirSync(path.dirname(file), { recursive: true });
          writeFileSync(file, after);
        }
        return { text: exceptionText(entry), notes: [`added to ${EXCEPTIONS_FILE}`] };
      }),
    );
}

async function chosen(
  project: string,
  place: string | undefined,
  { policy, urn, finding }: Omit<AddOptions, "reason" | "expires">,
): Promise<Pick<Exception, "policy" | "urn" | "finding">> {
  if (place !== undefined) {
    if (urn !== undefined || finding !== undefined)
      throw new Failure("a place and --urn or --finding say two things: leave one of them out");
    return findingAt(project, place, policy);
  }
  if (policy === undefined || urn === undefined || finding === undefined)
    throw new Failure("name a place such as Pulumi.dev.yaml:12, or all of --policy, --urn and --finding");
  return { policy, urn, finding };
}

/** Refuses what the pack would refuse, and what would excuse nothing any more. */
function refuse(entry: Exception, today: string): void {
  const names = policies.map(({ name }) => name);
  const { problems } = parseExceptions([entry], names, today);
  const wrong = problems.map((problem) => problem.replace(/^\[0\]\.?/, ""));
  if (wrong.length === 0 && entry.expires < today)
    wrong.push(`expires: got ${entry.expires}, want today or later`);
  if (wrong.length > 0) throw new Failure(`the policy pack takes no such exception: ${wrong.join("; ")}`);
}
