import { shownChange } from "../../../iam/diff/index.ts";
import { day } from "../proposals/words.ts";
import type { Review, ReviewedWorkload } from "../review.ts";
import { code, fenced, prose, tableOf } from "./markdownText.ts";
import { eventLines, usedFor } from "./events.ts";
import { aboutNeverUsed, summary } from "./summary.ts";

/** A review as the text of an issue. */
export function reviewMarkdown(review: Review): string {
  const { stack, days, since, reviewedAt, workloads, patch, notTracked } = review;
  const speaking = workloads.filter(hasSomethingToSay);
  const rest = workloads.filter((workload) => !hasSomethingToSay(workload));
  const window = `Stack ${code(stack)}, ${days} days from ${day(since)} to ${day(reviewedAt)}.`;
  return [
    `**${prose(summary(review))}.** ${window}`,
    ...speaking.flatMap(roleSection),
    ...eventsSection(review),
    ...(rest.length > 0
      ? [details(`No change for ${prose(summary({ workloads: rest }))}`, serviceTable(rest))]
      : []),
    ...(patch === undefined ? [] : ["### Patch", "`git apply` accepts it.", fenced("diff", patch)]),
    details("What AWS does not tell", notTracked.map((sentence) => `- ${prose(sentence)}`).join("\n")),
  ]
    .join("\n\n")
    .concat("\n");
}

function hasSomethingToSay({ verdict, proposals }: ReviewedWorkload): boolean {
  return verdict === "never used" || proposals.length > 0;
}

function roleSection(workload: ReviewedWorkload): string[] {
  const { name, roleName, lastUsed, verdict, proposals, effect } = workload;
  const last = lastUsed === undefined ? "never used as far as AWS tracks it" : `last used ${day(lastUsed)}`;
  const rows = proposals.map(({ at, got, want, because }) => [
    code(at),
    code(got),
    want === undefined ? "" : code(want),
    prose(because),
  ]);
  const changes = (effect?.changes ?? []).map((change) => `- ${prose(shownChange(change))}`);
  return [
    `### ${code(name)}: ${verdict}`,
    `Role ${code(roleName)}, ${last}.`,
    ...(verdict === "never used" ? [`Here ${prose(aboutNeverUsed)}.`] : []),
    ...(rows.length > 0 ? [tableOf(["in the stack file", "got", "enough", "because"], rows)] : []),
    ...(changes.length > 0 ? [`With the patch the role\n\n${changes.join("\n")}`] : []),
    details("Services", serviceTable([workload])),
  ];
}

/** What events show: refusals openly, uses folded. */
function eventsSection({ workloads, events }: Review): string[] {
  if (events === undefined) return [];
  const lines = [...workloads.flatMap(eventLines), ...events.problems].map((line) => `- ${prose(line)}`);
  const rows = workloads.flatMap((workload) =>
    (workload.events?.entries ?? []).map((entry) => [
      code(entry.at),
      code(entry.got),
      usedFor(entry).map(prose).join("<br>"),
      entry.lastUsed === undefined ? "" : day(entry.lastUsed),
    ]),
  );
  return [
    ...(lines.length > 0 ? ["### By CloudTrail's events", lines.join("\n")] : []),
    ...(rows.length > 0
      ? [details("Uses by CloudTrail's events", tableOf(["in the stack file", "got", "calls", "last"], rows))]
      : []),
  ];
}

/** The services of roles, used and not. */
function serviceTable(workloads: readonly ReviewedWorkload[]): string {
  const rows = workloads.flatMap(({ name, verdict, services }) =>
    services.map(({ namespace, used, lastUsed, actions }) => [
      code(name),
      verdict,
      code(namespace),
      used ? "used" : "not used",
      lastUsed === undefined ? "" : day(lastUsed),
      ...(["used", "unused", "not tracked"] as const).map(
        (use) => `${actions.filter((action) => action.use === use).length}`,
      ),
    ]),
  );
  const head = ["workload", "verdict", "service", "in the window", "last used"];
  return tableOf([...head, "actions used", "unused", "not tracked"], rows);
}

function details(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;
}
