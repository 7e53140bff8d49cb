import { Failure } from "../../commandLine/failure.ts";
import { didYouMean } from "../../iam/nearest.ts";
import type { PolicyVersion } from "../history/policyVersions.ts";
import { policyName } from "../history/workloadPolicies.ts";
import { type PermissionDiff, diffDocuments } from "../../iam/diff/index.ts";

/** From which version to which, and what that changes. */
export interface RollbackPlan {
  readonly from: PolicyVersion;
  readonly to: PolicyVersion;
  readonly diff: PermissionDiff;
}

/** Which of a workload's policies is meant. */
export function chosenPolicy(arns: readonly string[], workload: string, name: string | undefined): string {
  const names = arns.map(policyName);
  const [only] = arns;
  if (name === undefined) {
    if (only !== undefined && arns.length === 1) return only;
    throw new Failure(
      `"${workload}" has ${arns.length} policies: add --policy with one of ${names.join(", ")}`,
    );
  }
  const found = arns.find((arn) => policyName(arn) === name);
  if (found !== undefined) return found;
  throw new Failure(
    `no policy "${name}" of "${workload}"${didYouMean(name, names)}; its policies are ${names.join(", ")}`,
  );
}

/** The plan to put one of a policy's versions in force; `v3` and `3` name the same. */
export async function planRollback(
  versions: readonly PolicyVersion[],
  wanted: string,
): Promise<RollbackPlan> {
  const id = /^\d+$/.test(wanted) ? `v${wanted}` : wanted.toLowerCase();
  const to = versions.find((version) => version.id === id);
  const from = versions.find(({ inForce }) => inForce);
  if (to === undefined || from === undefined) {
    const there = versions.map((version) => (version.inForce ? `${version.id} (in force)` : version.id));
    throw new Failure(`no version "${wanted}" in AWS; there are ${there.join(", ")}`);
  }
  return { from, to, diff: await diffDocuments(from.document, to.document) };
}

/** Why a plan must not be carried out without more being said; undefined where it may. */
export function refusal({ from, to, diff }: RollbackPlan, allowWidening: boolean): string | undefined {
  if (!diff.widens || allowWidening) return undefined;
  const doubts = diff.doubts.length > 0 ? ` (not all could be read: ${diff.doubts.join("; ")})` : "";
  return `${to.id} grants more than ${from.id}, or may do so${doubts}; add --allow-widening if that is meant`;
}
