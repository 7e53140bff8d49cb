import type { Place } from "../../../components/config/stackFile/goYaml.ts";

/** `yes`: allowed, where a condition holds if there is one. `limited`: something takes a part of it, or may. `no`: nothing is left of it. */
export type May = "yes" | "limited" | "no";

/** One entry of a stack file by which a workload may do what was asked. */
export interface WhoRow {
  readonly stack: string;
  readonly workload: string;
  readonly may: May;
  /** Such as `workloads.orders-api.access[0]`. */
  readonly through: string;
  readonly file: string;
  readonly place: Place;
  /** The patterns of the entry that take in what was asked. */
  readonly actions: readonly string[];
  /** ARN patterns of the entry that have something in common with what was asked. */
  readonly resources: readonly string[];
  /** @default - always */
  readonly condition?: string;
  /** What takes something of it, or may, a sentence each. */
  readonly limits: readonly string[];
}

/** A policy that a workload has and that no file here says anything of: it may allow what was asked too. */
export interface UnreadPolicy {
  readonly stack: string;
  readonly workload: string;
  readonly policy: string;
  readonly file: string;
  readonly place: Place;
}

/** Who may do something, as `permissions who --format json` prints it. */
export interface WhoAnswer {
  readonly can: string;
  /** @default - any resource */
  readonly on?: string;
  readonly stacks: readonly string[];
  /** By stack, then in the order of the stack file. */
  readonly rows: readonly WhoRow[];
  readonly unread: readonly UnreadPolicy[];
  /** What else could not be read, a sentence each. */
  readonly notes: readonly string[];
}
