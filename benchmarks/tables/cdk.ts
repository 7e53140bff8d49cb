import type { Measured, Result } from "../measure.ts";
import type { Run } from "../measuredRun.ts";
import { markdownTable, measuredOn, runsTable } from "./markdown.ts";

/** What is found in a workload with one fault. */
export interface FaultFindings {
  /** The fault in words, as Markdown. */
  readonly fault: string;
  /** Rules of cdk-nag's AwsSolutions pack. */
  readonly awsSolutions: readonly string[];
  /** Rules that only other packs of cdk-nag have, each once by the rule behind its names. */
  readonly otherPacks: readonly string[];
  /** Policies of this pack. */
  readonly policyPack: readonly string[];
}

export interface CdkResult extends Result {
  readonly workloads: number;
  readonly measured: readonly Measured<Run>[];
  readonly faults: readonly FaultFindings[];
}

/** Time and memory for the same workloads, and what is found in faulty ones. */
export function cdkTable(result: CdkResult): string {
  const listed = (names: readonly string[]) => names.join(", ") || "–";
  const rows = result.faults.map(({ fault, awsSolutions, otherPacks, policyPack }) => [
    fault,
    listed(awsSolutions),
    listed(otherPacks),
    listed(policyPack),
  ]);
  return [
    runsTable(`${result.workloads} workloads`, result.measured),
    measuredOn("cdk", result),
    markdownTable(
      ["a workload with", "cdk-nag, AwsSolutions", "cdk-nag, other packs", "this policy pack"],
      rows,
    ),
  ].join("\n\n");
}
