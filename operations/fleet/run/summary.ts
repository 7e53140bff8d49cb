import { colors } from "../../../commandLine/output/colors.ts";
import { textTable } from "../../../commandLine/output/textTable.ts";
import type { FleetResult, StackOutcome, Status } from "../outcome.ts";

/** Widths that fit a terminal of 120 columns. */
const widths = [44, 36, 38];

const marks: Readonly<Record<Status, string>> = {
  done: "✓",
  findings: "!",
  failed: "✗",
  interrupted: "✗",
  "not begun": "-",
};

/** What was done, in a few words, such as `4 create, 1 update`. */
export function changesIn(changes: StackOutcome["changes"]): string {
  const parts = Object.entries(changes).map(([operation, count]) => `${count} ${operation}`);
  return parts.length === 0 ? "no changes" : parts.join(", ");
}

/** What became of a stack, in a few words. */
export function resultOf(command: string, { status, changes }: StackOutcome): string {
  if (status !== "done") return status;
  return command === "verify" ? "as declared" : changesIn(changes);
}

/** What there is to know of a stack beyond its row, as one line. */
export function messageLine({ stack, status, message, log }: StackOutcome): string[] {
  if (message === undefined) return [];
  const isWrong = status === "failed" || status === "findings";
  return [`${stack}: ${message}${isWrong && log !== undefined ? ` (${log})` : ""}`];
}

/** One row a stack, and below them a line for each that has more to say. */
export function summaryTable({ command, stacks }: FleetResult, useColors: boolean): string {
  const paint = colors(useColors);
  const painted = { done: paint.green, findings: paint.yellow, failed: paint.red, interrupted: paint.red };
  const rows = stacks.map((outcome) => {
    const paintMark = outcome.status === "not begun" ? paint.dim : painted[outcome.status];
    return [
      `${paintMark(marks[outcome.status])} ${outcome.stack}`,
      [outcome.account, outcome.region].filter((part) => part !== null).join(" ") ||
        paint.dim("by the credentials"),
      `${resultOf(command, outcome)}${outcome.seconds > 0 ? paint.dim(` in ${outcome.seconds} s`) : ""}`,
    ];
  });
  const table = textTable({ head: ["STACK", "ACCOUNT, REGION", "RESULT"], rows, widths, useColors });
  return [table, ...stacks.flatMap(messageLine)].join("\n");
}

/** The result in a few words. */
export function summary({ stacks, seconds }: FleetResult): string {
  const count = (status: Status) => stacks.filter((outcome) => outcome.status === status).length;
  const parts = (["done", "findings", "failed", "interrupted", "not begun"] as const)
    .filter((status) => status === "done" || count(status) > 0)
    .map((status) => `${count(status)} ${status}`);
  return `${stacks.length} stacks: ${parts.join(", ")}; ${seconds} s`;
}
