import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../../commandLine/failure.ts";
import type { FleetOptions } from "../options.ts";
import type { StackOutcome } from "../outcome.ts";

/** Below the project, and ignored by git. */
const runsFolder = ".fleet";

/** What a run was to do, and how far it came. */
export interface RunRecord {
  readonly command: string;
  readonly options: FleetOptions;
  /** The digest of each stack's configuration when the run began. */
  readonly digests: Readonly<Record<string, string>>;
  readonly outcomes: readonly StackOutcome[];
}

const fileIn = (folder: string) => path.join(folder, "run.json");

/** Makes the folder of a run that begins now, which holds its record and a log for each stack. */
export function newRunFolder(project: string, command: string, now: Date): string {
  // 20261125-045131262: sorts by time, and no two runs of a person begin in the same millisecond.
  const time = now
    .toISOString()
    .replaceAll(/[-:.Z]/g, "")
    .replace("T", "-");
  const folder = path.join(project, runsFolder, `${command}-${time}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Puts the record in place at once, so that a run that is killed leaves a whole one. */
export function writeRecord(folder: string, record: RunRecord): void {
  const fresh = `${fileIn(folder)}.tmp`;
  writeFileSync(fresh, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(fresh, fileIn(folder));
}

/** The record of the last run of a command in this project. */
export function lastRecord(project: string, command: string): RunRecord {
  const runs = path.join(project, runsFolder);
  let names: string[];
  try {
    names = readdirSync(runs);
  } catch {
    names = [];
  }
  const last = names
    .filter((name) => name.startsWith(`${command}-`))
    .sort()
    .at(-1);
  if (last === undefined)
    throw new Failure(
      `--resume: there is no earlier "fleet ${command}" in ${runsFolder}/ here: run it with --stacks first`,
    );
  try {
    return JSON.parse(readFileSync(fileIn(path.join(runs, last)), "utf8")) as RunRecord;
  } catch {
    throw new Failure(
      `--resume: ${runsFolder}/${last}/run.json cannot be read: run "fleet ${command}" with --stacks instead`,
    );
  }
}
