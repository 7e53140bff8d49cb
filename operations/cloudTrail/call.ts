/** What a role called, as IAM judges it. Calls that are the same in all but their time are one. */
export interface Call {
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /**
   * The ARN that it was judged on. A part that nobody can tell is a wildcard: `*` where the event names no resource, a
   * folder `arn:aws:s3:::orders/2026/*` where there were too many to be kept one by one.
   */
  readonly resource: string;
  readonly count: number;
  /** Why AWS refused it, such as `AccessDenied`. @default - it was allowed */
  readonly errorCode?: string;
  /** Values of condition keys, such as `s3:prefix`, as far as the event tells them. @default - none */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** ISO 8601, in UTC. */
  readonly lastUsed: string;
}
