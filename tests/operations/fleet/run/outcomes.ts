import type { StackOutcome } from "../../../../operations/fleet/outcome.ts";

/** An outcome of which a test says what it is about; all else is as for a stack that is done and had no changes. */
export const outcome = (stack: string, is: Partial<StackOutcome>): StackOutcome => ({
  stack,
  account: null,
  region: null,
  status: "done",
  seconds: 0,
  changes: {},
  ...is,
});
