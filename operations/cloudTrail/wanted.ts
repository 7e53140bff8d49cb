/** Whose events are read, and of which time. */
export interface Wanted {
  /** Twelve digits. */
  readonly account: string;
  /** ARNs of roles. */
  readonly roles: readonly string[];
  /** The start of the window, and its end, ISO 8601 in UTC. */
  readonly since: string;
  readonly until: string;
}
