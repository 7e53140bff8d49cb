import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Node, visit } from "yaml";
import type { YAMLMap, YAMLSeq } from "yaml";
import { editAt, isBelow, type Edit, type EditPath } from "./edit.ts";
import { before, lineEnd } from "./lines.ts";
import { NotEditable } from "./notEditable.ts";
import { dashOf, rangeOf, removals, wholeLines, extentOf } from "./removals.ts";
import type { Splice } from "./splice.ts";

/** A key of a map and what stands behind it. */
export interface FilledPair {
  readonly key: Node;
  readonly value: Node;
}

/** What becomes of a value: it stays, it goes, or parts of it change. */
type Outcome = "stays" | "goes" | readonly Splice[];

/**
 * The changes of a file's text that carry out edits of one workload, of which nothing else is touched.
 *
 * @throws NotEditable where the workload is written in a way that such a change would reach beyond it.
 */
export function editSplices(text: string, workload: FilledPair, edits: readonly Edit[]): Splice[] {
  refuseSharedNodes(workload.value);
  const outcome = outcomeOf(text, workload.value, [], edits);
  if (outcome === "goes") return emptied(text, workload);
  return outcome === "stays" ? [] : [...outcome];
}

/** What an anchor names is in use elsewhere, and what an alias or a merge key stands for is written elsewhere. */
function refuseSharedNodes(node: Node): void {
  visit(node, (key, visited) => {
    if (isAlias(visited)) throw new NotEditable(`it uses the alias *${visited.source}`);
    if (isPair(visited) && isScalar(visited.key) && visited.key.value === "<<")
      throw new NotEditable("it uses a merge key");
    if ((isScalar(visited) || isCollection(visited)) && visited.anchor !== undefined)
      throw new NotEditable(`it holds the anchor &${visited.anchor}`);
    if (key !== "key" && isCollection(visited) && visited.tag?.startsWith("!") === true)
      throw new NotEditable(`it uses the tag ${visited.tag}`);
    return undefined;
  });
}

function outcomeOf(text: string, node: Node, path: EditPath, edits: readonly Edit[]): Outcome {
  const own = editAt(edits, path);
  if (own) return own.values.length === 0 ? "goes" : [replaced(text, node, own.values[0] ?? "")];
  if (!edits.some((edit) => isBelow(edit, path))) return "stays";
  if (!isMap(node) && !isSeq(node)) throw new NotEditable("it is not written where it stands");
  const outcomes = node.items.map((item, index) => {
    const [value, key] = isPair<Node, Node | null>(item)
      ? [item.value, String(item.key)]
      : [item as Node, index];
    return value ? outcomeOf(text, value, [...path, key], edits) : "stays";
  });
  const gone = [...outcomes.keys()].filter((index) => outcomes[index] === "goes");
  // What is left empty goes with its key; the caller writes an empty map where that is the workload itself.
  if (gone.length === outcomes.length && (isSeq(node) || path.length === 0)) return "goes";
  return [
    ...outcomes.flatMap((outcome) => (typeof outcome === "string" ? [] : outcome)),
    ...(gone.length > 0 ? removals(text, node, gone) : []),
    ...(isSeq(node) ? added(text, node, path, edits) : keysAdded(text, node, path, edits)),
  ];
}

function replaced(text: string, node: Node, value: string): Splice {
  const [start, end] = rangeOf(node);
  return { start, end, text: quotedLike(text, node, value) };
}

/** A value in the quotes of the one whose place it takes. */
function quotedLike(text: string, node: Node, value: string): string {
  const quote = isScalar(node) ? text[rangeOf(node)[0]] : undefined;
  if (isScalar(node) && (node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL"))
    throw new NotEditable("it is a block of text");
  return quote === '"' || quote === "'" ? `${quote}${value}${quote}` : value;
}

/** The further values of items that are replaced by several: behind the first in a flow list, else on lines of their own. */
function added(text: string, list: YAMLSeq | YAMLMap, path: EditPath, edits: readonly Edit[]): Splice[] {
  return list.items.flatMap((item, index) => {
    const more = editAt(edits, [...path, index])?.values.slice(1) ?? [];
    if (more.length === 0) return [];
    const node = item as Node;
    const values = more.map((value) => quotedLike(text, node, value));
    const [start, end] = rangeOf(node);
    if (list.flow) return [{ start: end, end, text: values.map((value) => `, ${value}`).join("") }];
    const dash = dashOf(list, index);
    const lead = before(text, dash) + text.slice(dash, start);
    if (before(text, dash).trim() !== "")
      throw new NotEditable("something else stands before it on its line");
    const newline = text.includes("\r\n") ? "\r\n" : "\n";
    const at = lineEnd(text, end);
    const lines = values.map((value) => lead + value);
    const isEnded = text[at - 1] === "\n";
    const inserted = isEnded ? lines.map((line) => line + newline) : lines.map((line) => newline + line);
    return [{ start: at, end: at, text: inserted.join("") }];
  });
}

/** Keys behind others of their map: in a flow map on the same line, else on lines of their own. */
function keysAdded(text: string, map: YAMLMap, path: EditPath, edits: readonly Edit[]): Splice[] {
  return map.items.flatMap((item) => {
    const key = editAt(edits, [...path, String(item.key)])?.added;
    if (key === undefined || !item.value) return [];
    const line = `${key.key}: ${plainOrQuoted(key.value)}`;
    const end = rangeOf(item.value as Node)[1];
    if (map.flow) return [{ start: end, end, text: `, ${line}` }];
    const indent = before(text, rangeOf(item.key as Node)[0]);
    if (indent.trim() !== "") throw new NotEditable("something else stands before it on its line");
    const newline = text.includes("\r\n") ? "\r\n" : "\n";
    const at = lineEnd(text, end);
    const isEnded = text[at - 1] === "\n";
    return [{ start: at, end: at, text: isEnded ? indent + line + newline : newline + indent + line }];
  });
}

/** A text as YAML reads it back, in quotes where it could be anything else. */
function plainOrQuoted(value: string): string {
  return /^[a-z][\w./-]*\/$/i.test(value) ? value : JSON.stringify(value);
}

/** A workload of which nothing is left is an empty map. */
function emptied(text: string, { key, value }: FilledPair): Splice[] {
  if (!isMap(value) || value.flow) {
    const [start, end] = rangeOf(value);
    return [{ start, end, text: "{}" }];
  }
  const colon = text.indexOf(":", rangeOf(key)[1]) + 1;
  const lines = value.items.map((_, index) => wholeLines(text, extentOf(value, index)));
  return [{ start: colon, end: colon, text: " {}" }, ...lines];
}
