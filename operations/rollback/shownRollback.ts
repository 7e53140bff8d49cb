import { stackFileName } from "../../components/config/stackFiles.ts";
import type { Colors } from "../../commandLine/output/colors.ts";
import { shownChanges } from "../history/shownHistory.ts";
import type { RollbackPlan } from "./planRollback.ts";

/** What a rollback would change, as text. */
export function shownPlan(policy: string, { from, to, diff }: RollbackPlan, colors: Colors): string {
  const head = `${colors.bold(policy)}: ${to.id} in place of ${from.id}, which is in force`;
  return [head, ...shownChanges(diff.changes, colors).map((line) => `  ${line}`), ""].join("\n");
}

/** What is left to do after a rollback, to a version that the stack file declares already or to another one. */
export function afterwards(
  stack: string,
  workload: string,
  { from, to }: RollbackPlan,
  isDeclared: boolean,
): string {
  const name = stack.split("/").pop() ?? stack;
  const done = `${to.id} is in force in place of ${from.id}. Running instances get its rights without new credentials, within seconds.`;
  if (isDeclared)
    return [
      done,
      `${stackFileName(name)} declares what ${to.id} says already, so there is nothing to edit: "pulumi up --refresh --stack ${stack}"`,
      `lets Pulumi know and leaves ${to.id} in force.`,
      "",
    ].join("\n");
  return [
    done,
    `The stack file declares what it did before, and Pulumi does not know yet: "pulumi preview --refresh --stack ${stack}"`,
    `shows the drift. To keep ${to.id}, edit "${workload}" in ${stackFileName(name)} until that preview shows no change of the`,
    `policy. To undo this, run "pulumi up --refresh --stack ${stack}", which puts back what the stack file declares.`,
    "",
  ].join("\n");
}
