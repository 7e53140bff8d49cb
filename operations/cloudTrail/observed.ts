import type { Call } from "./call.ts";

/** What files of CloudTrail say of the roles of a stack. */
export interface Observed {
  /** By ARN; a role that no event names is missing. */
  readonly roles: ReadonlyMap<string, ObservedRole>;
  readonly trail: TrailFacts;
  /** What could not be read, or was not expected, a sentence each. */
  readonly problems: readonly string[];
}

/** What one role did. */
export interface ObservedRole {
  /** By action, resource and refusal. */
  readonly calls: readonly Call[];
  /** Events whose name is that of no action, by name. */
  readonly unknown: readonly UnknownEvent[];
}

/** An event that is of no action of IAM's catalogue. */
export interface UnknownEvent {
  /** Such as `apigateway.amazonaws.com CreateRestApi`. */
  readonly event: string;
  readonly count: number;
}

/** What the events show of the trail itself. */
export interface TrailFacts {
  readonly files: number;
  /** Files that were left unread, since their name says that they hold nothing of the account or the window. */
  readonly skippedFiles: number;
  readonly events: number;
  /** Events of the roles of the stack. */
  readonly ownEvents: number;
  /** Days of the window on which the account had events, such as `2026-11-20`, in order. */
  readonly days: readonly string[];
  /** Services of which data events are logged, by prefix. */
  readonly dataEvents: ReadonlyMap<string, DataEvents>;
  /** Actions that some role or user of the account called. */
  readonly seenActions: ReadonlySet<string>;
}

/** Which data events of a service a trail has shown. It may still log those of some resources alone. */
export interface DataEvents {
  readonly reads: boolean;
  readonly writes: boolean;
}
