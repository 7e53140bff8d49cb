import type { RevisionDiff } from "./diff.ts";
import { diffLines } from "./diffLines.ts";
import { failures, type FailureWord } from "./failOn.ts";

/** Which words of `--fail-on` a diff is found for. Unknown are rights of which the catalogue knows no level, and what was not read. */
export function failuresIn(diff: RevisionDiff): FailureWord[] {
  const urgencies = new Set<string>(diffLines(diff).map(({ urgency }) => urgency));
  const isUnknown =
    diff.notes.length > 0 ||
    diff.workloads.some(({ changes }) => changes.some(({ levels }) => levels.includes("unknown")));
  return failures.filter((word) => urgencies.has(word) || (word === "unknown" && isUnknown));
}
