import { appendFileSync } from "node:fs";
import { sentenceOf } from "../../../commandLine/failure.ts";
import { secondsSince } from "../../../commandLine/output/seconds.ts";
import type { FleetStack } from "../stacks/stackFile.ts";
import type { StackTask, TaskContext, TaskResult } from "../work/work.ts";
import type { StackOutcome } from "../outcome.ts";

const nothing: Pick<StackOutcome, "changes"> = { changes: {} };

/** Where a stack stands before anything runs. */
export const notBegun = ({ name, account, region }: FleetStack): StackOutcome => ({
  stack: name,
  account,
  region,
  status: "not begun",
  seconds: 0,
  changes: {},
});

/**
 * Does the work on one stack. It never throws: what goes wrong is the outcome of this stack alone.
 *
 * @param logFile absolute
 * @param log the same file, relative to the project
 */
export async function runStack(
  stack: FleetStack,
  work: StackTask,
  around: Pick<TaskContext, "stop" | "tellPulumi" | "report">,
  logFile: string,
  log: string,
): Promise<StackOutcome> {
  const started = Date.now();
  const write = (text: string) => {
    appendFileSync(logFile, text);
  };
  const ended = (result: Omit<TaskResult, "status"> & Pick<StackOutcome, "status">): StackOutcome => ({
    ...notBegun(stack),
    seconds: secondsSince(started),
    log,
    ...result,
  });
  try {
    write("");
    return ended(await work(stack, { ...around, log: write }));
  } catch (error) {
    if (around.stop.aborted) return ended({ status: "interrupted", ...nothing });
    const message = sentenceOf(error).replaceAll(/\s+/g, " ");
    write(`${message}\n`);
    return ended({ status: "failed", ...nothing, message });
  }
}
