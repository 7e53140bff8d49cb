import type { FleetStack } from "../stacks/stackFile.ts";
import type { StackOutcome, Status } from "../outcome.ts";

/** What the work on one stack gets to speak with. */
export interface TaskContext {
  /** Aborted when the run has to end. */
  readonly stop: AbortSignal;
  /** Aborted when Pulumi has to be told so, since no terminal tells it. */
  readonly tellPulumi: AbortSignal;
  /** Adds to the log of the stack. */
  readonly log: (text: string) => void;
  /** Shows what is going on now. */
  readonly report: (detail: string) => void;
}

export interface TaskResult extends Pick<StackOutcome, "changes" | "message"> {
  readonly status: Extract<Status, "done" | "findings">;
}

/** What a command does to one stack. An error means that it failed, and its message says why in one sentence. */
export type StackTask = (stack: FleetStack, context: TaskContext) => Promise<TaskResult>;
