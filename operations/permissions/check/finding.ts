import type { Place } from "../../../components/config/stackFile/goYaml.ts";
import type { RiskException } from "../risks.ts";

/** What a finding means for a deployment, the most urgent first. */
export const verdicts = ["refused", "risky", "unknown", "excused"] as const;

/**
 * `refused`: the deployment would end with it. `risky`: the pack advises against it. `unknown`: it cannot be judged from the files.
 * `excused`: an exception lets it pass.
 */
export type CheckVerdict = (typeof verdicts)[number];

/** One thing wrong with a stack file, where it stands. */
export interface CheckFinding {
  /** A policy of the pack, or one of the rules about the stack file itself. */
  readonly rule: string;
  readonly verdict: CheckVerdict;
  readonly stack: string;
  /** @default - it is about the stack as a whole */
  readonly workload?: string;
  /** Relative to the project, such as `Pulumi.dev.yaml`. */
  readonly file: string;
  readonly place: Place;
  /** The keys that lead to the place, such as `workloads.orders-api.statements[0].actions[1]`. */
  readonly path: string;
  /** What is wrong, in one sentence without its full stop. */
  readonly message: string;
  /** What an exception needs. @default - no exception can excuse it */
  readonly excusable?: { readonly urn: string; readonly finding: string };
  /** The entry of `policypack/exceptions.yaml` about it. @default - none */
  readonly exception?: RiskException;
}

/** What `permissions check` finds in the stacks that it was asked for. */
export interface CheckResult {
  readonly stacks: readonly CheckedStack[];
  /** The most urgent first, then by file and place. */
  readonly findings: readonly CheckFinding[];
}

/** What was looked at in one stack. */
export interface CheckedStack {
  readonly name: string;
  readonly file: string;
  /** In the order of the stack file. */
  readonly workloads: readonly string[];
  /** The rules that are not disabled for it. */
  readonly rules: readonly string[];
}

/** Sorted by urgency, then file and place; what is told twice in the same words at the same place is told once. */
export function inOrder(findings: readonly CheckFinding[]): CheckFinding[] {
  const told = new Map(
    findings.map((finding) => [
      JSON.stringify([finding.rule, finding.verdict, finding.file, finding.place, finding.message]),
      finding,
    ]),
  );
  return [...told.values()].sort(
    (one, other) =>
      verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict) ||
      compared(one.file, other.file) ||
      one.place.line - other.place.line ||
      one.place.column - other.place.column ||
      compared(one.rule, other.rule),
  );
}

const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
