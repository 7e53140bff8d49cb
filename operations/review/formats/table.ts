import { type Colors, colors } from "../../../commandLine/output/colors.ts";
import { textTable } from "../../../commandLine/output/textTable.ts";
import { shownChange } from "../../../iam/diff/index.ts";
import { counted, day } from "../proposals/words.ts";
import type { Proposal, Review, ReviewedService, ReviewedWorkload } from "../review.ts";
import { eventsTable } from "./events.ts";
import { aboutNeverUsed } from "./summary.ts";

/** Widths that fit a terminal of 120 columns. */
const widths = [40, 44, 32];

/** A row for each role, a line for each proposal with the change to make, and what AWS does not tell. */
export function reviewTable(review: Review, useColors: boolean): string {
  const paint = colors(useColors);
  const rows = review.workloads.map((workload) => {
    const { name, roleName, lastUsed, services, proposals, verdict } = workload;
    const isFine = verdict === "all in use" || verdict === "too young";
    const changes = proposals.filter(({ want }) => want !== undefined).length;
    const last = lastUsed === undefined ? "never used" : `last used ${day(lastUsed)}`;
    return [
      `${isFine ? paint.green("✓") : paint.yellow("!")} ${name}\n${paint.dim(`${roleName}\n${last}`)}`,
      services.length === 0
        ? paint.dim("nothing is granted")
        : services.map((service) => shownService(service, paint)).join("\n"),
      [verdict, ...(changes > 0 ? [counted(changes, "change")] : [])].join("\n"),
    ];
  });
  const table = textTable({
    head: ["WORKLOAD, ROLE", `GRANTED, AND USED IN ${counted(review.days, "DAY").toUpperCase()}`, "VERDICT"],
    rows,
    widths,
    useColors,
  });
  const lines = review.workloads.flatMap((workload) => workloadLines(workload, paint));
  const limits = ["What AWS does not tell:", ...review.notTracked.map((sentence) => `  ${sentence}`)];
  return [table, ...lines, ...eventsTable(review, useColors), ...limits.map(paint.dim)].join("\n");
}

function shownService({ namespace, used, actions }: ReviewedService, paint: Colors) {
  if (!used) return `${paint.yellow("✗")} ${namespace}: not used`;
  const counts = (["used", "unused", "not tracked"] as const).flatMap((use) => {
    const count = actions.filter((action) => action.use === use).length;
    return count === 0 ? [] : [`${count} ${use}`];
  });
  return `${paint.green("✓")} ${namespace}: ${counts.join(", ")}`;
}

function workloadLines({ name, verdict, proposals, effect }: ReviewedWorkload, paint: Colors) {
  return [
    ...(verdict === "never used"
      ? [`workloads.${name}: got a role that was not used; ${aboutNeverUsed}`]
      : []),
    ...proposals.map(proposalLine),
    ...(effect?.changes ?? []).map((change) => `  ${paint.green(`- ${shownChange(change)}`)}`),
  ];
}

/** A proposal as a sentence. */
export function proposalLine({ at, got, want, because }: Proposal): string {
  return want === undefined ? `${at}: got ${got}; ${because}` : `${at}: got ${got}, want ${want}; ${because}`;
}
