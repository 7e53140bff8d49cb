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

/**
 * The exit code that stands for the worst result: for `preview` and `up` 1 where a stack failed; for `verify`, as of one
 * stack, 1 where something is not as declared and 2 where it could not be verified. 0 where all is well.
 */
export function exitCodeOf({ command, stacks }: Pick<FleetResult, "command" | "stacks">): number {
  const failed = command === "verify" ? 2 : 1;
  const codes = stacks.map(({ status }) => (isOpen(status) ? failed : status === "findings" ? 1 : 0));
  return Math.max(0, ...codes);
}
