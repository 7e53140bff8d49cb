import { markdownText } from "../../commandLine/output/markdownText.ts";
import type { RevisionDiff } from "./diff.ts";
import { type DiffLine, diffLines, type Urgency, wholeText } from "./diffLines.ts";

/** Marks the comment of a pull request, so that the next run finds and rewrites it. */
export const commentMark = "<!-- instance-profiles: permissions -->";

/** What each part may take, in characters: GitHub takes 65,536 in a comment. */
const most = { gives: 30_000, takes: 20_000, notes: 10_000 };

/** Of one line, so that none leaves no place for the others. */
const longestLine = 1000;

const signs: Readonly<Record<Urgency, string>> = {
  refused: "⛔",
  risky: "⚠️",
  more: "➕",
  other: "🔁",
  less: "➖",
};

/** The diff as a comment on a pull request: what gives more in sight, what takes away folded where it is long. */
export function diffMarkdown(diff: RevisionDiff): string {
  const lines = diffLines(diff);
  const [gives, takes] = [lines.filter(isMore), lines.filter((line) => !isMore(line))];
  return [
    commentMark,
    "### Rights that this change gives and takes",
    "",
    summary({ ...diff, stacks: diff.stacks.map(markdownText) }, lines),
    "",
    ...withinLimit(gives.map(markdownLine), most.gives, "-"),
    ...(takes.length <= mostUnfolded ? takenAway(takes) : folded(takes)),
    ...withinLimit(
      diff.notes.map((note) => `> ${shortened(note)}`),
      most.notes,
      ">",
    ),
    "",
  ].join("\n");
}

const mostUnfolded = 8;

const isMore = ({ urgency }: DiffLine) => urgency !== "less";

/** How many of which kind, or that there is nothing, in one line. */
export function summary({ base, stacks, notes }: RevisionDiff, lines: readonly DiffLine[]): string {
  const where = `${stacks.join(", ")} against ${base}`;
  if (lines.length === 0)
    return `No change of rights ${notes.length > 0 ? "was found in what could be read of" : "in"} ${where}.`;
  const count = (...kinds: readonly Urgency[]) =>
    lines.filter(({ urgency }) => kinds.includes(urgency)).length;
  const counts = [
    [count("refused"), "refused by the policy pack"],
    [count("risky"), "risky"],
    [count("more"), count("more") === 1 ? "gain" : "gains"],
    [count("other"), "to look at"],
    [count("less"), count("less") === 1 ? "loss" : "losses"],
  ] as const;
  const shown = counts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  return `${shown.join(", ")}; ${where}.`;
}

function folded(lines: readonly DiffLine[]): string[] {
  const head = `<details><summary>${lines.length} losses</summary>`;
  return ["", head, "", ...takenAway(lines), "", "</details>", ""];
}

const takenAway = (lines: readonly DiffLine[]) => withinLimit(lines.map(markdownLine), most.takes, "-");

/** The first of some lines, and how many are left out. */
function withinLimit(lines: readonly string[], limit: number, sign: "-" | ">"): string[] {
  let length = 0;
  const shown = lines.filter((line) => (length += line.length + 1) <= limit);
  const left = lines.length - shown.length;
  return [
    ...shown,
    ...(left > 0
      ? [`${sign} … and ${left} more: run "npx instance-profiles permissions diff" to see them`]
      : []),
  ];
}

const markdownLine = (line: DiffLine) =>
  `- ${signs[line.urgency]} **${markdownText(line.workload)}** (${markdownText(line.stack)}) ${shortened(wholeText(line))}`;

/** As Markdown, in which one character may become eight. */
function shortened(text: string): string {
  let shown = markdownText(text);
  for (let end = text.length; shown.length > longestLine; shown = `${markdownText(text.slice(0, end))} …`)
    end = Math.floor(end * 0.9);
  return shown;
}
