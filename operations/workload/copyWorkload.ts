import type { Node } from "yaml";
import { Failure } from "../../commandLine/failure.ts";
import type { Edit } from "../stackFile/edit.ts";
import { editData } from "../stackFile/editData.ts";
import { editSplices } from "../stackFile/editText.ts";
import { NotEditable } from "../stackFile/notEditable.ts";
import { rangeOf } from "../stackFile/removals.ts";
import type { Splice } from "../stackFile/splice.ts";
import { type Block, blockOf } from "../stackFile/block.ts";
import { type Rename, renameEdits } from "./renameWords.ts";
import { type StackText, workloadIn, WORKLOADS } from "../stackFile/stackText.ts";

/** A workload of a stack file under other names. */
export interface Copied {
  readonly block: Block;
  /** What the block says. */
  readonly data: unknown;
  /** Whether instances were left out, of which each carries one profile only. */
  readonly leavesAttachTo: boolean;
}

/** The changes of a stack file's text that rename what a workload names, and leave out its instances. */
export interface CopyPlan {
  readonly splices: readonly Splice[];
  readonly data: unknown;
  readonly leavesAttachTo: boolean;
}

/** Plans a copy of a workload in which names give way to others. */
export function planCopy(source: StackText, name: string, rename: Rename): CopyPlan {
  const pair = workloadIn(source, name);
  const before = (source.values[WORKLOADS] as Record<string, unknown>)[name];
  const leavesAttachTo = typeof before === "object" && before !== null && "attachTo" in before;
  const edits: Edit[] = [
    ...renameEdits(before, rename),
    ...(leavesAttachTo ? [{ path: ["attachTo"], values: [] }] : []),
  ];
  return copyable(source, name, () => ({
    splices: editSplices(source.text, pair, edits),
    data: editData(before, edits) ?? {},
    leavesAttachTo,
  }));
}

/** A workload as text under a name. */
export function copyWorkload(source: StackText, name: string, rename: Rename, newName = name): Copied {
  const { splices, ...rest } = planCopy(source, name, rename);
  const { index, key } = workloadIn(source, name);
  const block = blockOf(source.text, source.workloads ?? source.config, index, [
    ...splices,
    renamedKey(source.text, key, newName),
  ]);
  return { block, ...rest };
}

function renamedKey(text: string, key: Node, name: string): Splice {
  const [start, end] = rangeOf(key);
  const quote = /^["']/.exec(text.slice(start, end))?.[0] ?? "";
  return { start, end, text: quote + name + quote };
}

/** Says of which workload it is that its text cannot be edited alone. */
export function copyable<Result>({ file }: StackText, name: string, edit: () => Result): Result {
  try {
    return edit();
  } catch (error) {
    if (!(error instanceof NotEditable)) throw error;
    throw new Failure(
      `workload "${name}" of ${file} cannot be copied: ${error.message}; write it out there and run this again`,
    );
  }
}
