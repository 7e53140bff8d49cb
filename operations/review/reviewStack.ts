import type { Target } from "../../iam/arn.ts";
import type { WorkloadOutputs } from "../deployedStack.ts";
import { diffStatements } from "../../iam/diff/index.ts";
import { statementsOf } from "../../iam/document/readDocument.ts";
import { type CompileOne, type PatchedStack, patchStack } from "./patchStack.ts";
import { unifiedDiff } from "../stackFile/unifiedDiff.ts";
import { type Planned, remark } from "./proposals/planned.ts";
import { counted } from "./proposals/words.ts";
import type { Review, ReviewedWorkload } from "./review.ts";
import { type Judgement, type Reviewable, reviewWorkload } from "./reviewWorkload.ts";

/** A deployed workload with everything that its review is made of. */
export interface ReviewableRole extends Reviewable {
  readonly own: WorkloadOutputs;
}

/** A stack file. */
export interface StackFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * Reviews all roles of a stack and writes the patch of its file.
 *
 * @param since The start of the window, an ISO 8601 text in UTC.
 */
export async function reviewStack(
  roles: readonly ReviewableRole[],
  file: StackFile,
  compile: CompileOne,
  target: Target,
  since: string,
): Promise<Pick<Review, "workloads" | "patch">> {
  const judged = await Promise.all(
    roles.map(async (role) => ({ role, judgement: await reviewWorkload(role, target, since) })),
  );
  const patched = await patchStack(
    file.text,
    judged.flatMap(({ role: { workload }, judgement: { planned } }) => {
      const edits = planned.flatMap((plan) => plan.edits);
      return edits.length === 0 ? [] : [{ declared: workload, edits }];
    }),
    compile,
  );
  const workloads = await Promise.all(
    judged.map(({ role, judgement }) => reviewed(role, judgement, patched)),
  );
  return {
    workloads: workloads.sort((one, other) => (one.name < other.name ? -1 : 1)),
    ...(patched.text !== file.text && { patch: unifiedDiff(file.path, file.text, patched.text) }),
  };
}

async function reviewed(
  role: ReviewableRole,
  { planned, ...judgement }: Judgement,
  { after, refused }: PatchedStack,
): Promise<ReviewedWorkload> {
  const { workload, own, usage } = role;
  const changed = after.get(workload.name);
  const why = refused.get(workload.name);
  const kept = why === undefined ? planned : [...planned, unpatched(workload.name, planned, why)];
  return {
    name: workload.name,
    roleName: own.roleName,
    roleArn: own.roleArn,
    createdAt: usage.createdAt,
    ...judgement,
    proposals: kept.map(({ proposal }) => proposal),
    ...(changed && { effect: await effectOf(role, changed) }),
  };
}

function unpatched(name: string, planned: readonly Planned[], why: string): Planned {
  const changes = planned.filter(({ edits }) => edits.length > 0).length;
  return remark(`workloads.${name}`, counted(changes, "change"), `not in the patch: ${why}`);
}

/** What goes: rights of the workload's own documents, and those of managed policies that it does not carry any longer. */
function effectOf({ workload, managed }: ReviewableRole, after: ReviewableRole["workload"]) {
  const removed = workload.managedPolicyArns.filter((arn) => !after.managedPolicyArns.includes(arn));
  const before = [...statementsOf(workload.statements), ...removed.flatMap((arn) => managed[arn] ?? [])];
  return diffStatements(before, statementsOf(after.statements));
}
