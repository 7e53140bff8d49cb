import { exitCodes } from "../../commandLine/exitCodes.ts";

/** How the work on a stack ended. */
export type Status =
  /** As it should be. */
  | "done"
  /** `verify` did its work, and something is not as declared. */
  | "findings"
  | "failed"
  /** Begun, and stopped by a signal. */
  | "interrupted"
  | "not begun";

/** What became of one stack. */
export interface StackOutcome {
  readonly stack: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly status: Status;
  readonly seconds: number;
  /** Resources by what was done to them (or would be), such as `create`. Those that stay as they are do not count. */
  readonly changes: Readonly<Record<string, number>>;
  /** One sentence: why it failed, what was found, or what else there is to know. @default - nothing */
  readonly message?: string;
  /** The file with everything that was printed, relative to the project. @default - nothing ran */
  readonly log?: string;
}

/** The result of a run, as `--json` prints it. */
export interface FleetResult {
  readonly command: string;
  readonly seconds: number;
  readonly stacks: readonly StackOutcome[];
}

/** Whether a later run has to do it again. */
export const isOpen = (status: Status): boolean => status !== "done" && status !== "findings";

/** The exit code that stands for the worst result: that of a command whose work could not be done on one of the stacks. */
export function exitCodeOf({ stacks }: Pick<FleetResult, "stacks">): number {
  const { done, found, couldNotRun } = exitCodes;
  const codes = stacks.map(({ status }) =>
    isOpen(status) ? couldNotRun : status === "findings" ? found : done,
  );
  return Math.max(done, ...codes);
}
