import { Command } from "commander";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { asJson, chosenFormat, type FormatOptions, withFormats } from "../../commandLine/formats.ts";
import { colors } from "../../commandLine/output/colors.ts";
import { Progress } from "../../commandLine/progress.ts";
import { paintsStdout, printed } from "../../commandLine/result.ts";
import { clientsIn } from "../clients.ts";
import { requireOwnAccount } from "../ownAccount.ts";
import { policyHistory, type PolicyHistory } from "./policyHistory.ts";
import { type PolicyVersion, policyVersions } from "./policyVersions.ts";
import { shownHistory } from "./shownHistory.ts";
import { stackUpdates } from "./stackUpdates.ts";
import { policyName, workloadPolicies } from "./workloadPolicies.ts";

interface Options extends FormatOptions<"text" | "json"> {
  readonly stack: string;
}

/** `history`: the versions of a workload's policies, how they differ, and which update made them. */
export function historyCommand(project: string): Command {
  return withFormats(
    ["text", "json"],
    new Command("history")
      .description(
        "show the versions of a workload's policies in AWS, how they differ, and which update made each",
      )
      .requiredOption("-s, --stack <name>", "the stack of the workload")
      .argument("<workload>", "a workload of the stack, such as orders-api")
      .addHelpText("after", exitCodeHelp())
      .action(
        printed(async (workload: string, { stack, ...format }: Options) => {
          const histories = await historiesOf(project, stack, workload, new Progress());
          const isJson = chosenFormat(format, "text") === "json";
          const text = isJson
            ? asJson({ stack, workload, policies: histories.map(plain) })
            : shownHistory(histories, colors(paintsStdout()));
          return { text };
        }),
      ),
  );
}

async function historiesOf(
  project: string,
  stack: string,
  workload: string,
  progress: Progress,
): Promise<PolicyHistory[]> {
  const { arns, target, caller } = await progress.step(`outputs of stack ${stack}`, () =>
    workloadPolicies(project, stack, workload),
  );
  const clients = clientsIn(target.region, caller);
  await requireOwnAccount(clients, stack, target);
  const { iam } = clients;
  const held = await progress.step("policy versions in AWS", () =>
    Promise.all(arns.map(async (arn) => ({ arn, versions: await policyVersions(iam, arn) }))),
  );
  const oldest = Math.min(...held.flatMap(({ versions }) => versions.map(createdAt)));
  const updates = await progress.step("updates of the stack", () => stackUpdates(project, stack, oldest));
  return Promise.all(
    held.map(({ arn, versions }) => policyHistory({ policy: policyName(arn), arn }, versions, updates)),
  );
}

const createdAt = (version: PolicyVersion) => version.createdAt;

/** Dates as text, as JSON has them. */
function plain({ versions, ...history }: PolicyHistory) {
  const dated = versions.map((version) => ({
    ...version,
    createdAt: new Date(version.createdAt).toISOString(),
    ...(version.madeBy && {
      madeBy: {
        ...version.madeBy,
        startedAt: new Date(version.madeBy.startedAt).toISOString(),
        endedAt: new Date(version.madeBy.endedAt).toISOString(),
      },
    }),
  }));
  return { ...history, versions: dated };
}
