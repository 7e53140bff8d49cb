import Table from "cli-table3";
import pc from "picocolors";
import type { RevisionDiff } from "./diff.ts";
import { diffLines, type Urgency } from "./diffLines.ts";
import { summary } from "./diffMarkdown.ts";

type Colors = ReturnType<typeof pc.createColors>;

const words: Readonly<Record<Urgency, string>> = {
  refused: "refused",
  risky: "risky",
  more: "+",
  other: "~",
  less: "-",
};

/** The diff as a table for a terminal. */
export function diffTable(diff: RevisionDiff, useColors: boolean): string {
  const colors = pc.createColors(useColors);
  const lines = diffLines(diff);
  const notes = diff.notes.map((note) => `${note}\n`).join("");
  if (lines.length === 0) return `${summary(diff, lines)}\n${notes}`;
  const table = new Table({
    head: ["", "WORKLOAD", "STACK", "CHANGE"],
    style: { head: [], border: [] },
    colWidths: [9, 24, 12, 74],
    wordWrap: true,
  });
  for (const { urgency, workload, stack, text } of lines)
    table.push([painted(urgency, words[urgency], colors), workload, stack, broken(text)]);
  return `${table.toString()}\n${summary(diff, lines)}\n${notes}`;
}

/** On one line, with words that fit the column: the table would cut them off. */
function broken(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\S{72}(?=\S)/g, "$&\n");
}

function painted(urgency: Urgency, word: string, colors: Colors): string {
  if (urgency === "refused" || urgency === "risky") return colors.red(word);
  return urgency === "less" ? colors.green(word) : colors.yellow(word);
}
