import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { sandboxFolder, type SandboxFolder } from "./paths.ts";

/** What a sandbox writes down of itself names the folder that it is of. */
export interface SandboxRecord {
  /** The root of the sandbox. @default - written by a version that named none */
  readonly folder?: string;
}

/** The record in a file; one that is missing, or that a kill has left incomplete, says nothing. */
export function readRecord(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Writes a record as a whole, or not at all. */
export function writeRecord(file: string, record: SandboxRecord): void {
  const fresh = `${file}.${process.pid}.tmp`;
  writeFileSync(fresh, JSON.stringify(record, null, 2));
  renameSync(fresh, file);
}

const records = ["emulatorRecord", "toolchainRecord"] as const;

/**
 * The sandbox from which this one was copied along with its project, by `cp` or by `pulumi new`. The folder that a record
 * names then holds such a record of its own. A folder that was moved, or that is reached by another path, is no copy.
 */
export function copiedFrom(folder: SandboxFolder): string | undefined {
  for (const name of records) {
    const { folder: named } = (readRecord(folder[name]) ?? {}) as SandboxRecord;
    if (named === undefined || named === folder.root) continue;
    const original = sandboxFolder(named)[name];
    if (existsSync(original) && !isSameFile(original, folder[name])) return path.dirname(named);
  }
  return undefined;
}

function isSameFile(a: string, b: string): boolean {
  const [one, other] = [statSync(a), statSync(b)];
  return one.ino === other.ino && one.dev === other.dev;
}
