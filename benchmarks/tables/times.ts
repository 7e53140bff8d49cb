import type { Measured, Result } from "../measure.ts";
import { measuredOn, timesTable } from "./markdown.ts";

/** A result that is wall times of contenders and nothing else. */
export interface TimesResult extends Result {
  readonly measured: readonly Measured[];
}

export const previewTable = timesWithTitle("preview", "`pulumi preview` of a stack with one workload");
export const sandboxTable = timesWithTitle("sandbox", "`npm run sandbox`, `dev` stack");
export const verifyTable = timesWithTitle("verify", "50 workloads");

function timesWithTitle(name: string, title: string): (result: TimesResult) => string {
  return (result) => `${timesTable(title, result.measured)}\n\n${measuredOn(name, result)}`;
}
