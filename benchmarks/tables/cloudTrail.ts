import type { Measured, Result } from "../measure.ts";
import type { Run } from "../measuredRun.ts";
import { measuredOn, runsTable } from "./markdown.ts";

export interface CloudTrailResult extends Result {
  readonly measured: readonly Measured<Run>[];
}

export function cloudTrailTable(result: CloudTrailResult): string {
  return [runsTable("the reading of a trail", result.measured), measuredOn("cloudTrail", result)].join(
    "\n\n",
  );
}
