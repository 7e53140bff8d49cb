import Table from "cli-table3";
import { colors } from "./colors.ts";

interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Of each column, borders left out; together they fit a terminal of 120 columns. @default - as wide as the text */
  readonly widths?: readonly number[];
  readonly useColors: boolean;
}

/** A table for a terminal. Text that is wider than its column goes on in the next line. */
export function textTable({ head, rows, widths, useColors }: TextTable): string {
  const table = new Table({
    head: head.map(colors(useColors).bold),
    ...(widths && { colWidths: [...widths], wordWrap: true }),
    style: { head: [], border: useColors ? ["gray"] : [] },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

/** On one line, with words that fit a column of a width: the table would cut them off. */
export function fittingWords(text: string, width: number): string {
  // A column has a space at each side.
  const longest = new RegExp(`\\S{${width - 2}}(?=\\S)`, "g");
  return text.replace(/\s+/g, " ").replace(longest, "$&\n");
}
