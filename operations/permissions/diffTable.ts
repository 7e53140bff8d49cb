import { type Colors, colors } from "../../commandLine/output/colors.ts";
import { fittingWords, textTable } from "../../commandLine/output/textTable.ts";
import type { RevisionDiff } from "./diff.ts";
import { diffLines, type Urgency, wholeText } from "./diffLines.ts";
import { summary } from "./diffMarkdown.ts";

const words: Readonly<Record<Urgency, string>> = {
  refused: "refused",
  risky: "risky",
  more: "+",
  other: "~",
  less: "-",
};

/** The diff as a table for a terminal. */
export function diffTable(diff: RevisionDiff, useColors: boolean): string {
  const paint = colors(useColors);
  const lines = diffLines(diff);
  const notes = diff.notes.map((note) => `${note}\n`).join("");
  if (lines.length === 0) return `${summary(diff, lines)}\n${notes}`;
  const table = textTable({
    head: ["", "WORKLOAD", "STACK", "CHANGE"],
    rows: lines.map((line) => [
      painted(line.urgency, words[line.urgency], paint),
      line.workload,
      line.stack,
      fittingWords(wholeText(line), 74),
    ]),
    widths: [9, 24, 12, 74],
    useColors,
  });
  return `${table}\n${summary(diff, lines)}\n${notes}`;
}

function painted(urgency: Urgency, word: string, paint: Colors): string {
  if (urgency === "refused" || urgency === "risky") return paint.red(word);
  return urgency === "less" ? paint.green(word) : paint.yellow(word);
}
