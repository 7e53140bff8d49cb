import { Failure } from "../../commandLine/failure.ts";
import { saysOnly } from "../stackFile/rereadText.ts";
import { spliced } from "../stackFile/splice.ts";
import { atColumn, type Block, columnOf, linesOf } from "../stackFile/block.ts";
import { type StackText, WORKLOADS } from "../stackFile/stackText.ts";

/** The text of a stack file with a workload below the others, of which nothing else is touched. */
export function insertWorkload(target: StackText, name: string, block: Block, data: unknown): string {
  const { text, workloads, config } = target;
  const holder = workloads ?? config;
  const whole = workloads ? block : `${WORKLOADS}:\n${atColumn(block, 2, "").trimEnd()}`;
  const lines = atColumn(whole, columnOf(text, holder), text);
  const last = linesOf(text, holder, holder.items.length - 1);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const isEnded = text[last.end - 1] === "\n";
  // A blank line would be a part of a text above it that keeps its line ends.
  const blanks = isAiry(target) ? [newline, ""] : [""];
  const added = blanks.map((blank) =>
    spliced(text, [
      {
        start: last.end,
        end: last.end,
        text: isEnded ? blank + lines : newline + blank + lines.slice(0, -newline.length),
      },
    ]),
  );
  const edited = new Map([[name, data]]);
  const right = added.find((after) => saysOnly(text, after, edited));
  if (right !== undefined) return right;
  throw new Failure(
    `${target.file}: the workload cannot be added below the others without a change of them; put it there by hand:\n${block}`,
  );
}

/** Whether blank lines are between the workloads; they should be where there is only one. */
function isAiry({ text, workloads }: StackText): boolean {
  if (!workloads || workloads.items.length < 2) return workloads !== undefined;
  const [one, other] = [-2, -1].map((place) => linesOf(text, workloads, workloads.items.length + place));
  return /^[ \t]*\r?\n/m.test(text.slice(one?.end, other?.start));
}
