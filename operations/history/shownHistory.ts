import type { Colors } from "../../commandLine/output/colors.ts";
import { type Change, givesMore, shownChange } from "../../iam/diff/index.ts";
import { type DatedVersion, mostVersions, type PolicyHistory } from "./policyHistory.ts";
import type { StackUpdate } from "./stackUpdates.ts";

/** The history of a workload's policies as text. */
export function shownHistory(histories: readonly PolicyHistory[], colors: Colors): string {
  const parts = histories.map((history) => [
    colors.bold(history.policy),
    ...history.versions.flatMap((version) => shownVersion(version, colors)),
    ...(history.gone.length > 0 ? [colors.dim(`  ${history.gone.join(", ")} gone`)] : []),
    "",
  ]);
  const note =
    `AWS keeps at most ${mostVersions} versions of a policy, and a deployment removes the oldest to make room. ` +
    "It is no archive: what is gone is only in git.";
  return [...parts.flat(), colors.dim(note)].join("\n") + "\n";
}

function shownVersion(version: DatedVersion, colors: Colors): string[] {
  const { id, createdAt, inForce, since, madeBy } = version;
  const date = `${new Date(createdAt).toISOString().slice(0, 19).replace("T", " ")} UTC`;
  const changes = since === undefined ? firstRights(version) : shownChanges(version.changes, colors);
  return [
    `${inForce ? "●" : " "} ${colors.bold(id.padEnd(4))} ${date}${inForce ? colors.green("  in force") : ""}`,
    `       ${colors.dim(shownOrigin(madeBy))}`,
    ...changes.map((line) => `       ${line}`),
  ];
}

/** Of the oldest version there is no change to show, only what it allows. */
function firstRights({ changes }: DatedVersion): string[] {
  const lines = changes.map((change) => shownChange(change).replace(/^gains /, "allows "));
  return lines.length === 0 ? ["allows nothing"] : lines;
}

/** A plus before what gives more, a minus before what takes away. */
export function shownChanges(changes: readonly Change[], colors: Colors): string[] {
  if (changes.length === 0) return ["= allows the same as before"];
  return changes.map((change) =>
    givesMore(change) ? colors.yellow(`+ ${shownChange(change)}`) : colors.green(`- ${shownChange(change)}`),
  );
}

/** What made a version, in words. */
export function shownOrigin(update: StackUpdate | undefined): string {
  if (update === undefined) return "made by no recorded update of this stack";
  const number = update.number === undefined ? "an update" : `update ${update.number}`;
  const commit =
    update.commit === undefined
      ? "no commit recorded"
      : `commit ${update.commit.slice(0, 10)}${update.uncommitted ? " with uncommitted changes" : ""}`;
  return `${number}, ${commit}${update.message === "" ? "" : `: ${update.message}`}`;
}
