import type { Measured, Result } from "../measure";
import type { Run } from "../measuredRun";
import { measuredOn, runsTable } from "./markdown";

export interface PermissionDiffResult extends Result {
  readonly measured: readonly Measured<Run>[];
}

export function permissionDiffTable(result: PermissionDiffResult): string {
  return [
    runsTable("`permissions diff` of a stack file", result.measured),
    measuredOn("permissionDiff", result),
  ].join("\n\n");
}
