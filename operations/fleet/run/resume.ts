import { isOpen, type StackOutcome } from "../outcome.ts";
import type { RunRecord } from "./record.ts";

/** What is left of a run. */
export interface Rest {
  /** The stacks to run now: those that failed, were interrupted or were not begun. */
  readonly stacks: readonly string[];
  /** What stays as it is. */
  readonly kept: readonly StackOutcome[];
  /** Sentences on what is otherwise than it was then. */
  readonly notes: readonly string[];
}

/**
 * Compares the last run with the stack files that are there now. A stack runs with the file that it has now; one that is
 * done and whose file changed since is named, and not run.
 *
 * @param digests of the stacks that have a file now, by name
 */
export function restOf(
  { outcomes, digests: then }: RunRecord,
  digests: Readonly<Record<string, string>>,
): Rest {
  const open = outcomes.filter(({ status }) => isOpen(status)).map(({ stack }) => stack);
  const kept = outcomes.filter(({ status }) => !isOpen(status));
  const hasFile = (stack: string) => stack in digests;
  const changed = (stack: string) => hasFile(stack) && digests[stack] !== then[stack];
  const note = (stacks: readonly string[], said: string) =>
    stacks.length === 0 ? [] : [`${said}: ${stacks.join(", ")}`];
  const done = kept.map(({ stack }) => stack);
  return {
    stacks: open.filter(hasFile),
    kept,
    notes: [
      ...note(open.filter(changed), "changed since the last run, and run as they are now"),
      ...note(done.filter(changed), "done, but changed since: name them with --stacks to run them again"),
      ...note(
        open.filter((stack) => !hasFile(stack)),
        "have no file any more, and are left out",
      ),
    ],
  };
}
