/** What CloudTrail's events say of a stack, as `--format json` prints it. Times are ISO 8601 texts in UTC. */
export interface ReviewedEvents {
  /** As it was given. */
  readonly path: string;
  readonly files: number;
  /** Files that their names say to be of other accounts, or of days before the window. */
  readonly skippedFiles: number;
  readonly events: number;
  /** Of the roles of the stack. */
  readonly ownEvents: number;
  /** Days of the window without any event of the account. While there are any, nothing is called unused for want of an event. */
  readonly missingDays: readonly string[];
  /** By prefix, the services of the stack that log data events only where that is switched on. */
  readonly dataEvents: readonly ReviewedDataEvents[];
  /** What could not be read or was not expected, in sentences. */
  readonly problems: readonly string[];
}

/** Whether data events of a service were seen, whoever sent the requests. */
export interface ReviewedDataEvents {
  readonly service: string;
  readonly reads: boolean;
  readonly writes: boolean;
}

/** What events say of one role. */
export interface EventsOfWorkload {
  /** In the order of the stack file. */
  readonly entries: readonly EntryUse[];
  readonly refused: readonly RefusedCall[];
  /** Events whose name is that of no action, by name; they are judged by nothing. */
  readonly unknown: readonly { readonly event: string; readonly count: number }[];
}

/** What an entry of `access` or a statement was used for. */
export interface EntryUse {
  /** Such as `workloads.orders-api.access[0]`. */
  readonly at: string;
  /** What is there, in short. */
  readonly got: string;
  readonly calls: number;
  /** @default - not in these events */
  readonly lastUsed?: string;
  /** Those with the most calls first. A `*` stands for what the events do not tell, or for more than can be kept. */
  readonly resources: readonly UsedResource[];
}

export interface UsedResource {
  readonly resource: string;
  readonly actions: readonly string[];
  readonly calls: number;
}

/** A request that AWS refused for want of a right. */
export interface RefusedCall {
  readonly action: string;
  readonly resource: string;
  readonly calls: number;
  readonly lastUsed: string;
  readonly errorCode: string;
  /** Whether the stack file allows it now, so that something else refused it, or the right came later. */
  readonly isDeclared: boolean;
}
