import { type Change, givesMore, shownChange } from "../../iam/diff/index.ts";
import type { RevisionDiff, WorkloadDiff } from "./diff.ts";
import { shownSecrets } from "../../components/config/stackFile/secret.ts";
import { shownCode } from "./codeChanges.ts";
import type { Risk } from "./risks.ts";

/** How a reviewer should look at a line, the most urgent first. */
export const urgencies = ["refused", "risky", "more", "other", "less"] as const;

export type Urgency = (typeof urgencies)[number];

/** One thing that a change makes of the rights of one workload. */
export interface DiffLine {
  readonly urgency: Urgency;
  readonly workload: string;
  readonly stack: string;
  /** Follows the workload, or `the stack` or `the code`: `gains write on s3://orders-assets (s3:PutObject)`. */
  readonly text: string;
  /** Follows the text after a colon. @default - nothing to add */
  readonly detail?: string;
}

/** The text of a line with what follows it. */
export const wholeText = ({ text, detail }: DiffLine): string =>
  detail === undefined ? text : `${text}: ${detail}`;

/** All lines, the most urgent first; where that is equal they stay in the order of the stacks and workloads. */
export function diffLines({ workloads, settings = [], code = [] }: RevisionDiff): DiffLine[] {
  const lines: readonly DiffLine[] = [
    ...workloads.flatMap(({ workload, stack, ...diff }) =>
      linesOf(diff).map(([urgency, text, detail]) => ({
        urgency,
        workload,
        stack,
        text,
        ...(detail !== undefined && { detail }),
      })),
    ),
    ...settings.map(({ gives, stack, text }) => ({ urgency: gives, workload: "the stack", stack, text })),
    ...code.map((one) => ({
      urgency: "other" as const,
      workload: "the code",
      stack: "all",
      text: shownCode(one),
    })),
  ];
  return lines
    .map((line) => ({ ...line, text: shownSecrets(line.text) }))
    .sort((one, other) => urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency));
}

/** Urgency, text and what follows it. */
type Line = readonly [Urgency, string, string?];

function linesOf({ kind, was, changes, settings, risks }: Omit<WorkloadDiff, "workload" | "stack">): Line[] {
  // What it could do went with it, so that listing each right would only hide the other lines.
  if (kind === "removed") return [["less", "is gone, with all its rights"]];
  return [
    ...risks.map((risk): Line => [risk.refused ? "refused" : "risky", riskText(risk)]),
    ...(kind === "added" ? ([["other", "is new"]] satisfies Line[]) : []),
    ...(was === undefined ? [] : ([["other", renamed(was)]] satisfies Line[])),
    ...changes.map((change): Line => [urgencyOf(change), shownChange(change)]),
    ...settings.map(({ gives, text, detail }): Line => [gives, text, detail]),
  ];
}

function riskText({ policy, refused, got, want, exception }: Risk): string {
  if (exception?.inForce === true)
    return `is allowed by exception (${exception.reason}) until ${exception.expires}, against ${policy}: got ${got}; want ${want}`;
  const judged = `${refused ? "is refused by" : "is advised against by"} ${policy}: got ${got}; want ${want}`;
  return exception === undefined
    ? judged
    : `${judged}; the exception for it (${exception.reason}) ended on ${exception.expires}`;
}

const renamed = (was: string) =>
  `was ${was}; it gets a new role, and what carries the old one has to be replaced`;

/** Whoever may change permissions may give himself the rest, and what the catalogue does not know nobody can judge. */
function urgencyOf(change: Change): Urgency {
  if (!givesMore(change)) return "less";
  const [worst] = change.levels;
  return worst === "permissions management" || worst === "unknown" ? "risky" : "more";
}
