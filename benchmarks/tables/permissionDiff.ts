import type { Measured, Result } from "../measure.ts";
import type { Run } from "../measuredRun.ts";
import { measuredOn, runsTable } from "./markdown.ts";

export interface PermissionDiffResult extends Result {
  readonly measured: readonly Measured<Run>[];
}

export function permissionDiffTable(result: PermissionDiffResult): string {
  return [
    runsTable("`permissions diff` of a stack file", result.measured),
    measuredOn("permissionDiff", result),
  ].join("\n\n");
}
