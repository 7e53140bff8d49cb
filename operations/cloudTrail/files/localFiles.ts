import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import * as path from "node:path";
import { Failure } from "../../../commandLine/failure.ts";
import { type EventFile, mayHoldEvents } from "./eventFile.ts";

/** Large enough that few of them are read, small enough that the files read at once take little memory. */
const highWaterMark = 1 << 18;

/**
 * A file, or the files below a folder that may hold events, whatever its layout; by name.
 *
 * @throws Failure where there is none.
 */
export async function localFiles(given: string): Promise<EventFile[]> {
  const found = await stat(given).catch(() => undefined);
  if (found === undefined)
    throw new Failure(`--events: got ${given}, which cannot be read; want a file or a folder of CloudTrail`);
  const names = found.isDirectory() ? await namesBelow(given) : [given];
  if (names.length === 0)
    throw new Failure(`--events: got ${given}, which holds no file that ends in .json or .json.gz`);
  return names.map((name) => ({
    name,
    open: () => Promise.resolve(createReadStream(name, { highWaterMark })),
  }));
}

async function namesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && mayHoldEvents(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
