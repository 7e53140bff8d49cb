import type { Node, YAMLMap } from "yaml";
import { lineStart } from "./lines.ts";
import { extentOf, rangeOf, wholeLines } from "./removals.ts";
import { type Splice, spliced } from "./splice.ts";

/** The lines of a key and its value with their comments, moved to the left margin; `\n` between them and none behind. */
export type Block = string;

/** Where the lines of a key stand: comments directly above it, its value, and comments at the end inside of it. */
export function linesOf(text: string, map: YAMLMap, index: number): { start: number; end: number } {
  return wholeLines(text, extentOf(map, index));
}

/** The column of the keys of a map that has some. */
export function columnOf(text: string, map: YAMLMap<Node, Node | null>): number {
  const [first] = map.items;
  if (first === undefined) return 0;
  const [start] = rangeOf(first.key);
  return start - lineStart(text, start);
}

/** The block of a key, after changes of the text of which some may lie elsewhere. */
export function blockOf(
  text: string,
  map: YAMLMap<Node, Node | null>,
  index: number,
  changes: readonly Splice[],
): Block {
  const { start, end } = linesOf(text, map, index);
  const inside = changes.filter((change) => change.start >= start && change.end <= end);
  const moved = inside.map((change) => ({
    ...change,
    start: change.start - start,
    end: change.end - start,
  }));
  const margin = new RegExp(`^ {1,${columnOf(text, map)}}`, "gm");
  return spliced(text.slice(start, end), moved)
    .replaceAll("\r\n", "\n")
    .replace(/\n$/, "")
    .replace(margin, "");
}

/** The lines of a block at a column of a text, in whose line ends. */
export function atColumn(block: Block, column: number, text: string): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = block.split("\n").map((line) => (line === "" ? line : " ".repeat(column) + line));
  return lines.map((line) => line + newline).join("");
}
