import { colors } from "../../../commandLine/output/colors.ts";
import { fittingWords, textTable } from "../../../commandLine/output/textTable.ts";
import type { EntryUse, RefusedCall } from "../events/reviewedEvents.ts";
import { counted, day } from "../proposals/words.ts";
import type { Review, ReviewedWorkload } from "../review.ts";

/** Widths that fit a terminal of 120 columns. */
const widths = [40, 62, 14];

/** So many resources of an entry are read at a glance; JSON has all. */
const mostResources = 4;

/** What each entry was used for by the events, then what was refused, and what is no action; nothing where none were read. */
export function eventsTable({ workloads, events }: Review, useColors: boolean): string[] {
  if (events === undefined) return [];
  const paint = colors(useColors);
  const rows = workloads.flatMap((workload) =>
    (workload.events?.entries ?? []).map((entry) => [
      `${entry.calls > 0 ? paint.green("✓") : paint.yellow("✗")} ${entry.at}\n${paint.dim(entry.got)}`,
      usedFor(entry)
        .map((line) => fittingWords(line, widths[1] ?? 0))
        .join("\n"),
      entry.lastUsed === undefined ? "" : day(entry.lastUsed),
    ]),
  );
  const head = ["IN THE STACK FILE", "CALLS BY THE EVENTS, AND ON WHAT", "LAST"];
  return [
    ...(rows.length > 0 ? [textTable({ head, rows, widths, useColors })] : []),
    ...workloads.flatMap(eventLines),
  ];
}

/** The calls of an entry, and the resources with the most of them. */
export function usedFor({ calls, resources }: EntryUse): string[] {
  if (calls === 0) return ["no call was seen"];
  const rest = resources.length - mostResources;
  return [
    counted(calls, "call"),
    ...resources
      .slice(0, mostResources)
      .map(({ resource, actions, calls: own }) => `${resource}: ${own} ${actions.join(", ")}`),
    ...(rest > 0 ? [`… and ${counted(rest, "more resource")}`] : []),
  ];
}

/** What was refused and what is no action, a sentence each. */
export function eventLines({ name, events }: ReviewedWorkload): string[] {
  const { refused = [], unknown = [] } = events ?? {};
  return [
    ...refused.map((call) => `workloads.${name}: ${refusedLine(call)}`),
    ...unknown.map(
      ({ event, count }) =>
        `workloads.${name}: ${counted(count, "event")} ${event}, which is the name of no action, so that nothing judges it`,
    ),
  ];
}

/** A refusal as a sentence, with what would have to change. */
export function refusedLine({
  action,
  resource,
  calls,
  lastUsed,
  errorCode,
  isDeclared,
}: RefusedCall): string {
  const why = isDeclared
    ? "the stack file allows it: a boundary, a policy of the resource or of the organisation refuses it, or the right is newer"
    : "no entry of the stack file allows it";
  return `was refused ${action} on ${resource}, ${counted(calls, "time")}, last on ${day(lastUsed)} (${errorCode}); ${why}`;
}
