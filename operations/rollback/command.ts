import { Command } from "commander";
import { exitCodeHelp } from "../../commandLine/exitCodes.ts";
import { Refusal } from "../../commandLine/failure.ts";
import { colors } from "../../commandLine/output/colors.ts";
import { Progress } from "../../commandLine/progress.ts";
import { paintsStdout, print, printed, type Result } from "../../commandLine/result.ts";
import { clientsIn } from "../clients.ts";
import { policyVersions } from "../history/policyVersions.ts";
import { policyName, workloadPolicies } from "../history/workloadPolicies.ts";
import { requireOwnAccount } from "../ownAccount.ts";
import { consentMissing } from "./confirm.ts";
import { declaredPolicy, isDeclared } from "./declaredPolicy.ts";
import { chosenPolicy, planRollback, refusal } from "./planRollback.ts";
import { setVersion } from "./setVersion.ts";
import { afterwards, shownPlan } from "./shownRollback.ts";

interface Options {
  readonly stack: string;
  readonly to: string;
  readonly policy?: string;
  readonly yes?: boolean;
  readonly allowWidening?: boolean;
}

/** `rollback`: puts an earlier version of a workload's policy in force, without a deployment. */
export function rollbackCommand(project: string): Command {
  return new Command("rollback")
    .description("put an earlier version of a workload's policy in force at once, without a deployment")
    .requiredOption("-s, --stack <name>", "the stack of the workload")
    .requiredOption("--to <version>", "the version to put in force, such as v3; `history` shows them")
    .option("--policy <name>", "the policy, where the workload has several")
    .option("--yes", "do not ask for the workload's name first")
    .option("--allow-widening", "also where that grants more than the version in force")
    .argument("<workload>", "a workload of the stack, such as orders-api")
    .addHelpText("after", exitCodeHelp("it was refused: nothing was changed"))
    .action(
      printed((workload: string, options: Options) => rollback(project, workload, options, new Progress())),
    );
}

/** Carries a rollback out. */
async function rollback(
  project: string,
  workload: string,
  { stack, to, policy, yes = false, allowWidening = false }: Options,
  progress: Progress,
): Promise<Result> {
  const { arns, target, caller } = await progress.step(`outputs of stack ${stack}`, () =>
    workloadPolicies(project, stack, workload),
  );
  const arn = chosenPolicy(arns, workload, policy);
  const clients = clientsIn(target.region, caller);
  await requireOwnAccount(clients, stack, target);
  const { iam } = clients;
  const versions = await progress.step("policy versions in AWS", () => policyVersions(iam, arn));
  const plan = await planRollback(versions, to);
  if (plan.to.inForce) return { text: `${plan.to.id} of ${policyName(arn)} is in force already\n` };
  print(shownPlan(policyName(arn), plan, colors(paintsStdout())));
  const reason = refusal(plan, allowWidening) ?? (await consentMissing(workload, yes));
  if (reason !== undefined) throw new Refusal(`refused, nothing was changed: ${reason}`);
  await progress.step(`putting ${plan.to.id} in force`, () => setVersion(iam, arn, plan));
  const declared = await declaredPolicy(project, { stack, workload, arn, region: target.region });
  return { text: afterwards(stack, workload, plan, isDeclared(plan.to, declared)) };
}
