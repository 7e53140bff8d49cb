import * as path from "node:path";
import type { FleetStack } from "../stacks/stackFile.ts";
import type { StackTask } from "../work/work.ts";
import type { Interrupts } from "./interrupts.ts";
import { isOpen, type StackOutcome } from "../outcome.ts";
import { notBegun, runStack } from "./runStack.ts";
import { messageLine, resultOf } from "./summary.ts";
import type { View } from "./view.ts";

/** What a run of stacks needs. */
export interface Run {
  readonly project: string;
  /** For logs. */
  readonly folder: string;
  readonly command: string;
  readonly stacks: readonly FleetStack[];
  /** How many at once. */
  readonly max: number;
  readonly work: StackTask;
  readonly view: View;
  readonly interrupts: Pick<Interrupts, "stop" | "tellPulumi">;
  /** Called whenever a stack has begun or ended, with where all of them stand. */
  readonly changed: (outcomes: readonly StackOutcome[]) => void;
}

/** Runs stacks in their order, some at a time, and returns what became of each. After a signal nothing more is begun. */
export async function runStacks(run: Run): Promise<StackOutcome[]> {
  const { stacks, view, interrupts, work, changed } = run;
  const outcomes = stacks.map(notBegun);
  const queue = stacks.map((stack, index) => ({ stack, index }));
  const put = (index: number, outcome: StackOutcome) => {
    outcomes[index] = outcome;
    changed(outcomes);
    const failed = outcomes.filter(({ status }) => status === "failed").length;
    const ended = outcomes.filter(({ status }) => !isOpen(status)).length + failed;
    view.progress(`${ended} of ${stacks.length} done${failed > 0 ? `, ${failed} of them failed` : ""}`);
  };
  await view.lanes(Math.min(run.max, stacks.length), async (show) => {
    for (let next = queue.shift(); next !== undefined && !interrupts.stop.aborted; next = queue.shift()) {
      const { stack, index } = next;
      const { name } = stack;
      // Should this process be killed now, the stack counts as one to be done again.
      put(index, { ...notBegun(stack), status: "interrupted" });
      show(name);
      view.line(`${name}: begun`);
      const log = path.join(run.folder, `${name}.log`);
      const report = (detail: string) => {
        show(`${name}: ${detail}`);
      };
      const outcome = await runStack(
        stack,
        work,
        { ...interrupts, report },
        log,
        path.relative(run.project, log),
      );
      put(index, outcome);
      view.line(`${name}: ${resultOf(run.command, outcome)} in ${outcome.seconds} s`);
      for (const line of messageLine(outcome)) view.line(line);
    }
  });
  return outcomes;
}
