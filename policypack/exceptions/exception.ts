/** An entry of `exceptions.yaml`: one finding of one resource that is let pass for a reason and for a time. */
export interface Exception {
  readonly policy: string;
  readonly urn: string;
  /** The finding as its message has it: `policy.Statement[0]: got Allow "*" on "*"`. */
  readonly finding: string;
  readonly reason: string;
  /** The last day on which it excuses, as `2026-12-31`. */
  readonly expires: string;
}
