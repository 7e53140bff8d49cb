import { counted } from "../proposals/words.ts";
import type { Review, ReviewedAction, ReviewedWorkload, RoleVerdict } from "../review.ts";

/** The result in a few words: `2 of 6 roles could be smaller`. */
export function headline({ workloads }: Pick<Review, "workloads">): string {
  const smaller = countOf("could be smaller", workloads);
  const unused = countOf("never used", workloads);
  const roles = counted(workloads.length, "role");
  if (workloads.length === 0) return "no role to review";
  if (smaller > 0) return `${smaller} of ${roles} could be smaller`;
  if (unused > 0) return `${unused} of ${roles} ${unused === 1 ? "was" : "were"} never used`;
  return "no role could be smaller";
}

/** The result in sentences. */
export function summaryOf({ days, workloads }: Pick<Review, "days" | "workloads">): string {
  if (workloads.length === 0) return "The stack has no workloads, so there is nothing to take away.";
  const actions = workloads.flatMap(({ services }) => services.flatMap((service) => service.actions));
  const { used, unused, "not tracked": untracked } = countsOf(actions);
  const judged = used + unused;
  const changes = workloads
    .flatMap(({ proposals }) => proposals)
    .filter(({ want }) => want !== undefined).length;
  return [
    `Of ${shown(judged)} granted ${judged === 1 ? "action" : "actions"} that can be judged, ${shown(used)} ${used === 1 ? "was" : "were"} used within ${counted(days, "day")}.`,
    `${shown(untracked)} more ${untracked === 1 ? "is" : "are"} not tracked by AWS.`,
    `${changes === 0 ? "No" : shown(changes)} ${changes < 2 ? "change is" : "changes are"} proposed.`,
  ].join(" ");
}

/** How many actions there are of each use. */
export function countsOf(actions: readonly ReviewedAction[]): Record<ReviewedAction["use"], number> {
  const counts = { used: 0, unused: 0, "not tracked": 0 };
  for (const { use } of actions) counts[use] += 1;
  return counts;
}

/** `2026-11-25 01:47 UTC`, of an ISO 8601 text in UTC. */
export const minute = (time: string): string => `${time.slice(0, 16).replace("T", " ")} UTC`;

/** With a comma between thousands. */
const shown = (count: number) => count.toLocaleString("en-US");

const countOf = (verdict: RoleVerdict, workloads: readonly ReviewedWorkload[]) =>
  workloads.filter((workload) => workload.verdict === verdict).length;
