import { type CST, isCollection, isPair, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { before, commentsAbove, commentsBelow, lineEnd, lineStart } from "./lines.ts";
import { NotEditable } from "./notEditable.ts";
import type { Splice } from "./splice.ts";

/** From the start of an item or key to the end of its value. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Takes items out of a list or keys out of a map of which some stay. Comments directly above go with them. */
export function removals(text: string, holder: YAMLMap | YAMLSeq, gone: readonly number[]): Splice[] {
  const extents = holder.items.map((_, index) => extentOf(holder, index));
  const out = gone.flatMap((index) => extents[index] ?? []);
  if (!holder.flow) {
    if (out.every(({ start }) => isBlank(before(text, start))))
      return out.map((extent) => wholeLines(text, extent));
    throw new NotEditable("something else stands before it on its line");
  }
  if (out.every((extent) => isAloneOnItsLines(text, extent)))
    return out.map((extent) => wholeLines(text, extent));
  return fromFlow(extents, gone);
}

/** The lines of a list item or a key, and the comments directly above them and at the end inside of it. */
export function wholeLines(text: string, { start, end }: Extent): Splice {
  // A block scalar ends with its line, other values within one.
  const last = text[end - 1] === "\n" ? end - 1 : end;
  const column = start - lineStart(text, start);
  return { start: commentsAbove(text, start), end: commentsBelow(text, last, column), text: "" };
}

/** Where an item of a list, with its dash, or a key with its value stands. */
export function extentOf(holder: YAMLMap | YAMLSeq, index: number): Extent {
  const item = holder.items[index] as Node | Pair<Node, Node | null>;
  if (isPair(item)) return { start: startOf(item.key), end: contentEnd(item.value ?? item.key) };
  return { start: holder.flow ? startOf(item) : dashOf(holder, index), end: contentEnd(item) };
}

/** The dash of a list item. */
export function dashOf(list: YAMLMap | YAMLSeq, index: number): number {
  const { items } = list.srcToken as CST.BlockSequence;
  const dash = items[index]?.start.find(({ type }) => type === "seq-item-ind");
  if (dash === undefined) throw new NotEditable("its list has no dashes");
  return dash.offset;
}

/** Where a value ends, without the comments and line ends that follow it. */
function contentEnd(node: Node): number {
  const last: unknown = isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
  if (isPair<Node, Node | null>(last)) return contentEnd(last.value ?? last.key);
  if (last !== undefined) return contentEnd(last as Node);
  return rangeOf(node)[1];
}

export function startOf(node: Node): number {
  return rangeOf(node)[0];
}

export function rangeOf({ range }: Node): readonly [number, number, number] {
  if (!range) throw new NotEditable("it has no place in the file");
  return range;
}

const isBlank = (text: string) => text.trim() === "";

/** Whether nothing else but a comma and a comment shares the lines of an item. */
function isAloneOnItsLines(text: string, { start, end }: Extent): boolean {
  return (
    isBlank(before(text, start)) && /^[ \t]*,?[ \t]*(?:#.*)?\r?\n/.test(text.slice(end, lineEnd(text, end)))
  );
}

/** An item goes up to the next one; those at the end go from the end of the last that stays. */
function fromFlow(extents: readonly Extent[], gone: readonly number[]): Splice[] {
  const lastKept = extents.findLastIndex((_, index) => !gone.includes(index));
  const inner = gone
    .filter((index) => index < lastKept)
    .map((index) => ({ start: extents[index]?.start ?? 0, end: extents[index + 1]?.start ?? 0, text: "" }));
  const [kept, last] = [extents[lastKept], extents.at(-1)];
  if (kept === undefined || last === undefined || kept === last) return inner;
  return [...inner, { start: kept.end, end: last.end, text: "" }];
}
