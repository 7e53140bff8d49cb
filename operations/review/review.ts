import type { PermissionDiff } from "../../iam/diff/index.ts";
import type { EventsOfWorkload, ReviewedEvents } from "./events/reviewedEvents.ts";

/**
 * What a stack's roles were granted beside what they used, as `--format json` prints it. Times are ISO 8601 texts in UTC.
 */
export interface Review {
  readonly stack: string;
  readonly account: string;
  readonly region: string;
  readonly days: number;
  /** The window: from `days` before {@link reviewedAt} until then. */
  readonly since: string;
  readonly reviewedAt: string;
  readonly requests: number;
  readonly seconds: number;
  /** By name. */
  readonly workloads: readonly ReviewedWorkload[];
  /** What was read of CloudTrail. @default - no events were asked for */
  readonly events?: ReviewedEvents;
  /** What AWS does not tell, in sentences that hold for every role. */
  readonly notTracked: readonly string[];
  /** A unified diff of the stack file that `git apply` accepts; missing where nothing can be proposed. */
  readonly patch?: string;
}

/** One role. */
export interface ReviewedWorkload {
  readonly name: string;
  readonly roleName: string;
  readonly roleArn: string;
  readonly createdAt: string;
  /** The last use of the role anywhere, as far as AWS tracks it. @default - never in the tracking period */
  readonly lastUsed?: string;
  readonly verdict: RoleVerdict;
  /** By namespace. */
  readonly services: readonly ReviewedService[];
  /** What the patch changes here and why, and what could be narrowed but cannot be proposed. */
  readonly proposals: readonly Proposal[];
  /** What CloudTrail's events say of it. @default - no events were read */
  readonly events?: EventsOfWorkload;
  /** What the patch takes away, in the words of a permission diff. */
  readonly effect?: PermissionDiff;
}

/**
 * `too young`: the role is younger than the window, so what it did not use yet proves little and nothing is proposed.
 * `never used`: the workload as a whole is what has to be looked at, so nothing smaller is proposed either.
 */
export type RoleVerdict = "all in use" | "could be smaller" | "never used" | "too young";

/** One service that a role may use. */
export interface ReviewedService {
  /** Such as `s3`. */
  readonly namespace: string;
  /** Such as `Amazon S3`. */
  readonly name: string;
  readonly lastUsed?: string;
  /** Whether it was used in the window. */
  readonly used: boolean;
  /** By name. Granted actions; a pattern of the grant stands for the actions of the catalogue that it matches. */
  readonly actions: readonly ReviewedAction[];
}

export interface ReviewedAction {
  /** Such as `s3:GetObject`. */
  readonly action: string;
  readonly use: "used" | "unused" | "not tracked";
  /** What says that it is unused, where that is not IAM. */
  readonly by?: "events";
  readonly lastUsed?: string;
}

/** One place in the stack file, or a reason why a place is left as it is. */
export interface Proposal {
  /** Such as `workloads.orders-api.statements[0].actions[1]`. */
  readonly at: string;
  /** What is there, in short. */
  readonly got: string;
  /** What would be enough, in short; missing where nothing can be proposed. */
  readonly want?: string;
  readonly because: string;
}
