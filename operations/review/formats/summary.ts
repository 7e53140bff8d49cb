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

/** Whether there is something to do: rights that could be smaller, a role that nobody uses, a refusal, or events that are not read. */
export function hasFindings({ workloads, events }: Pick<Review, "workloads" | "events">): boolean {
  if (events !== undefined && events.problems.length > 0) return true;
  return workloads.some(
    ({ verdict, events: seen }) =>
      verdict === "could be smaller" || verdict === "never used" || (seen?.refused ?? []).length > 0,
  );
}

/** How to take the patch over. */
export function applyCommand({ stack, days, events }: Pick<Review, "stack" | "days" | "events">): string {
  const from = events === undefined ? "" : ` --events ${quoted(events.path)}`;
  return `npx instance-profiles review --stack ${stack} --days ${days}${from} --format patch | git apply`;
}

/** A path as a shell takes it for one word. */
const quoted = (path: string) =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

/** What to do about a role that was not used, in a sentence. */
export const aboutNeverUsed =
  "the workload as a whole has to be looked at: start it, or take it out of the stack file";
