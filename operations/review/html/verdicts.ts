import { aboutNeverUsed } from "../formats/summary.ts";
import type { ReviewedWorkload, RoleVerdict } from "../review.ts";

/** Roles of one verdict, by name. */
export interface Group {
  readonly verdict: RoleVerdict;
  readonly workloads: readonly ReviewedWorkload[];
}

/** In the order of what asks for a decision. */
const verdicts: readonly RoleVerdict[] = ["could be smaller", "never used", "too young", "all in use"];

/** What a verdict asks of the reader. */
export const meanings: Readonly<Record<RoleVerdict, string>> = {
  "could be smaller": "These roles hold rights that they did not use.",
  "never used": `These roles did nothing in the window: ${aboutNeverUsed}.`,
  "too young": "These roles are younger than the window, so what they did not use yet proves little.",
  "all in use": "Nothing of these roles can be taken away on the ground of what AWS tracks.",
};

/** One group for each verdict that occurs. */
export function byVerdict(workloads: readonly ReviewedWorkload[]): Group[] {
  return verdicts
    .map((verdict) => ({ verdict, workloads: workloads.filter((workload) => workload.verdict === verdict) }))
    .filter((group) => group.workloads.length > 0);
}

/** The place of a workload on the page; a workload's name holds no space, so it can be an id. */
export const anchorOf = ({ name }: ReviewedWorkload): string => `workload-${name}`;
