import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { isAlive } from "../../commandLine/processes/alive.ts";
import { cacheFolder } from "../paths.ts";

/** Stands between the name of a folder and the process that makes it. */
const mark = ".building-";

const isWhole = (folder: string) => existsSync(path.join(folder, "complete"));

/**
 * A folder of the tool cache, which all clones of a user share, made on first use. It is built beside its place and put there
 * as a whole, so several processes can do that at once: the folder of the first that is done stays, and what a killed one
 * left goes with the next build.
 *
 * @param build makes the content of an empty folder, which is moved afterwards
 */
export async function inToolCache(name: string, build: (fresh: string) => Promise<void>): Promise<string> {
  const folder = path.join(cacheFolder, name);
  if (isWhole(folder)) return folder;
  const made = mkdirSync(cacheFolder, { recursive: true });
  removeLeftOvers(name);
  const fresh = mkdtempSync(`${folder}${mark}${process.pid}-`);
  try {
    await build(fresh);
    writeFileSync(path.join(fresh, "complete"), "");
    putInPlace(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true, maxRetries: 3 });
    // A build that could not even begin leaves no cache where there was none.
    if (made !== undefined && readdirSync(cacheFolder).length === 0) rmSync(made, { recursive: true });
  }
  return folder;
}

function removeLeftOvers(name: string): void {
  const start = `${name}${mark}`;
  for (const folder of readdirSync(cacheFolder).filter((folder) => folder.startsWith(start)))
    if (!isAlive(Number.parseInt(folder.slice(start.length), 10)))
      rmSync(path.join(cacheFolder, folder), { recursive: true, force: true });
}

/** A folder that is whole stays, since it may be in use; one that is not goes. */
function putInPlace(fresh: string, folder: string): void {
  for (;;) {
    try {
      renameSync(fresh, folder);
      return;
    } catch (error) {
      if (isWhole(folder)) return;
      if (!existsSync(folder)) throw error;
      renameSync(folder, `${fresh}-incomplete`);
      rmSync(`${fresh}-incomplete`, { recursive: true, force: true });
    }
  }
}
