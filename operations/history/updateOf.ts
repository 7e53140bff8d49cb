import type { StackUpdate } from "./stackUpdates.ts";

/** AWS's clock and the one of the machine that ran Pulumi may differ by this much. */
const clockDifference = 30_000;

/**
 * The update during which a policy version was made, by time; undefined for one made by hand or by another tool.
 *
 * Time is the only link. A tag is no better: it belongs to the policy and not to a version, so it would only ever name
 * the newest commit, and it would change every policy of every workload with each commit that changes none of them.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html
 */
export function updateOf(createdAt: number, updates: readonly StackUpdate[]): StackUpdate | undefined {
  return (
    updates
      .filter(({ kind }) => kind === "update")
      .map((update) => ({ update, distance: distanceTo(createdAt, update) }))
      .filter(({ distance }) => distance <= clockDifference)
      // Of two updates within one second the earlier one: the later has to start the program before it makes anything.
      .sort((one, other) => one.distance - other.distance || one.update.startedAt - other.update.startedAt)[0]
      ?.update
  );
}

/** AWS gives whole seconds, cut off. */
function distanceTo(time: number, { startedAt, endedAt }: StackUpdate): number {
  const earliest = Math.floor(startedAt / 1000) * 1000;
  return Math.max(0, earliest - time, time - endedAt);
}
