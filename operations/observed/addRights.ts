import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from "yaml";
import { Failure } from "../../commandLine/failure.ts";
import { atColumn, columnOf, linesOf } from "../stackFile/block.ts";
import { lineEnd, lineStart } from "../stackFile/lines.ts";
import { dashOf, extentOf, rangeOf, wholeLines } from "../stackFile/removals.ts";
import { saysOnly } from "../stackFile/rereadText.ts";
import { type Splice, spliced } from "../stackFile/splice.ts";
import { type StackText, workloadIn, WORKLOADS } from "../stackFile/stackText.ts";
import { unifiedDiff } from "../stackFile/unifiedDiff.ts";
import { type Proposal } from "./proposed.ts";
import { flowItem, itemLines, rightsIn, toYaml, type ProposedRights } from "./proposalText.ts";

/** A stack file with what is proposed for a workload, of which nothing else is touched. */
export interface WithProposal {
  readonly text: string;
  /** Empty where nothing is proposed. */
  readonly diff: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The keys of a workload above which what it may do does not go, in their order. */
const ORDER = ["description", "access", "statements"] as const;

/**
 * Adds what is proposed to a workload in the text of a stack file, below what it has; comments and order stay.
 *
 * @param path Of the file in the diff, from the root of the repository, with slashes.
 * @throws Failure where the file has no such workload, or where it is written in a way that lines cannot be added to.
 */
export function addProposal(
  target: StackText,
  name: string,
  proposal: Proposal,
  path = target.file,
): WithProposal {
  const rights = rightsIn(proposal);
  const keys = (["access", "statements"] as const).filter((key) => rights[key] !== undefined);
  if (keys.length === 0) return { text: target.text, diff: "" };
  const text = spliced(target.text, together(splicesFor(target, name, rights, keys)));
  const before = fieldsOf(target, name);
  const added = keys.map((key) => [key, [...listIn(before[key]), ...(rights[key] ?? [])]]);
  const data = { ...before, ...(Object.fromEntries(added) as Fields) };
  if (!saysOnly(target.text, text, new Map([[name, data]]))) throw byHand(target, name, proposal);
  return { text, diff: unifiedDiff(path, target.text, text) };
}

function byHand({ file }: StackText, name: string, proposal: Proposal): Failure {
  return new Failure(
    `${file}: nothing can be added to workload "${name}" without a change of what stands beside it; put it there by hand:\n${toYaml(proposal)}`,
  );
}

const fieldsOf = ({ values }: StackText, name: string) =>
  (values[WORKLOADS] as Record<string, Fields | null>)[name] ?? {};

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function splicesFor(
  target: StackText,
  name: string,
  rights: ProposedRights,
  keys: readonly (keyof ProposedRights)[],
): Splice[] {
  const { text } = target;
  const { key, value } = workloadIn(target, name);
  if (!isMap(value) || value.flow === true || value.items.length === 0) {
    const column = rangeOf(key)[0] - lineStart(text, rangeOf(key)[0]) + 2;
    return inPlaceOf(text, value, blockOf(keys, rights, column, text));
  }
  const workload = value as YAMLMap<Node, Node | null>;
  const column = columnOf(text, workload);
  return keys.flatMap((one) => {
    const list = valueOf(workload, one);
    const items = rights[one] ?? [];
    if (list === undefined)
      return [insertion(text, placeFor(text, workload, one), blockOf([one], rights, column, text))];
    if (isSeq(list) && list.items.length > 0) return [appended(text, list as YAMLSeq<Node>, items)];
    return inPlaceOf(text, list, atColumn(itemLines(items).join("\n"), column + 2, text));
  });
}

function valueOf({ items }: YAMLMap<Node, Node | null>, key: string): Node | undefined {
  return items.find((item) => isScalar(item.key) && item.key.value === key)?.value ?? undefined;
}

function blockOf(
  keys: readonly (keyof ProposedRights)[],
  rights: ProposedRights,
  column: number,
  text: string,
): string {
  return keys
    .map((key) => {
      const lines = atColumn(itemLines(rights[key] ?? []).join("\n"), 2, "").trimEnd();
      return atColumn(`${key}:\n${lines}`, column, text);
    })
    .join("");
}

/** Below the last key of those that come before a key, or above all. */
function placeFor(text: string, workload: YAMLMap<Node, Node | null>, key: string): number {
  const earlier: readonly string[] = ORDER.slice(0, ORDER.indexOf(key as (typeof ORDER)[number]));
  const index = workload.items.findLastIndex(
    (item) => isScalar(item.key) && earlier.includes(String(item.key.value)),
  );
  return index < 0 ? linesOf(text, workload, 0).start : linesOf(text, workload, index).end;
}

/** Items behind the last of a list that has some. */
function appended(text: string, list: YAMLSeq<Node>, items: readonly unknown[]): Splice {
  const last = list.items.length - 1;
  if (list.flow === true) {
    const at = extentOf(list, last).end;
    return { start: at, end: at, text: items.map((item) => `, ${flowItem(item)}`).join("") };
  }
  const dash = dashOf(list, last);
  const lines = atColumn(itemLines(items).join("\n"), dash - lineStart(text, dash), text);
  return insertion(text, wholeLines(text, extentOf(list, last)).end, lines);
}

/** Lines in the place of an empty value, below the line of its key. */
function inPlaceOf(text: string, node: Node, lines: string): Splice[] {
  const [start, end] = rangeOf(node);
  const blank = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return [{ start: start - blank, end, text: "" }, insertion(text, lineEnd(text, end), lines)];
}

/** Lines at the start of a line; a file that does not end its last line stays so. */
function insertion(text: string, at: number, lines: string): Splice {
  if (at === 0 || text[at - 1] === "\n") return { start: at, end: at, text: lines };
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return { start: at, end: at, text: newline + lines.slice(0, -newline.length) };
}

/** Splices at one place as one, in their order. */
function together(splices: readonly Splice[]): Splice[] {
  return [...Map.groupBy(splices, ({ start, end }) => `${start} ${end}`).values()].flatMap((group) =>
    group[0] ? [{ ...group[0], text: group.map(({ text }) => text).join("") }] : [],
  );
}
