import { type Colors, colors } from "../../../commandLine/output/colors.ts";
import { fittingWords, textTable } from "../../../commandLine/output/textTable.ts";
import { shownSecrets } from "../../../components/config/stackFile/secret.ts";
import { resourceNames } from "../../../iam/diff/resourceNames.ts";
import { serviceOf } from "../../../iam/patterns/scope.ts";
import type { May, WhoAnswer, WhoRow } from "./answer.ts";

/** The answer as a table for a terminal. */
export function whoTable(answer: WhoAnswer, useColors: boolean): string {
  const paint = colors(useColors);
  const { rows } = answer;
  const lines = [...sentences(answer), ""].join("\n");
  if (rows.length === 0) return lines;
  const table = textTable({
    head: ["MAY", "WORKLOAD", "STACK", "THROUGH", "WHAT"],
    rows: rows.map((row) => [
      painted(row.may, paint),
      row.workload,
      row.stack,
      `${belowWorkload(row)}\n${row.file}\n:${row.place.line}:${row.place.column}`,
      fittingWords(whatIn(row), 52),
    ]),
    widths: [9, 20, 12, 24, 52],
    useColors,
  });
  return `${table}\n${lines}`;
}

/** `access[0]`: the workload stands beside it. */
export const belowWorkload = ({ through, workload }: WhoRow) =>
  through
    .replace(/^workloads(?:\.|\[")/, "")
    .slice(workload.length)
    .replace(/^(?:"\])?\.?/, "");

/** The actions, the resources, the condition and what limits them, in one line. */
export function whatIn({ actions, resources, condition, limits }: WhoRow): string {
  const names = resourceNames(resources.map((is) => ({ is })));
  const services = [...new Set(actions.map((is) => serviceOf({ is })))];
  const shown = resources.map((is) => names({ is }, services)).join(", ");
  const where = condition === undefined ? "" : ` where ${condition}`;
  return shownSecrets([`${actions.join(", ")} on ${shown}${where}`, ...limits].join("; but "));
}

/** What a table cannot show: how many there are, and what was not read. */
export function sentences({ can, on, rows, unread, notes, stacks }: WhoAnswer): string[] {
  const what = `${can}${on === undefined ? "" : ` on ${on}`}`;
  const able = new Set(
    rows.filter(({ may }) => may !== "no").map(({ stack, workload }) => `${stack} ${workload}`),
  );
  const where = stacks.length === 1 ? `in ${stacks[0] ?? ""}` : `in ${stacks.length} stacks`;
  const byPolicy = Map.groupBy(unread, ({ policy }) => policy);
  return [
    `${able.size === 0 ? "No workload" : able.size === 1 ? "1 workload" : `${able.size} workloads`} ${where} may do ${what}${unread.length > 0 ? ", by what is read here" : ""}.`,
    ...[...byPolicy].map(([policy, holders]) => {
      const names = [...new Set(holders.map(({ workload, stack }) => `${workload} (${stack})`))];
      const more = names.length > 5 ? ` and ${names.length - 5} more` : "";
      return `Not read: ${policy}, carried by ${names.slice(0, 5).join(", ")}${more}: it may allow it too.`;
    }),
    ...notes.map((note) => `${note}.`),
  ];
}

function painted(may: May, paint: Colors): string {
  return may === "yes" ? paint.red(may) : may === "limited" ? paint.yellow(may) : paint.green(may);
}
