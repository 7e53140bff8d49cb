import { counted } from "../proposals/words.ts";
import type { Review, RoleVerdict } from "../review.ts";

const verdicts: readonly RoleVerdict[] = ["could be smaller", "never used", "all in use", "too young"];

/** The result in a few words: `4 roles: 1 could be smaller, 3 all in use`. */
export function summary({ workloads }: Pick<Review, "workloads">): string {
  const counts = verdicts.flatMap((verdict) => {
    const count = workloads.filter((workload) => workload.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdict}`];
  });
  return `${counted(workloads.length, "role")}: ${counts.join(", ")}`;
}

/** Whether there is something to do: rights that could be smaller, or a role that nobody uses. */
export function hasFindings({ workloads }: Pick<Review, "workloads">): boolean {
  return workloads.some(({ verdict }) => verdict === "could be smaller" || verdict === "never used");
}

/** What to do about a role that was not used, in a sentence. */
export const aboutNeverUsed =
  "the workload as a whole has to be looked at: start it, or take it out of the stack file";
