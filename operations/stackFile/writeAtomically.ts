import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Failure } from "../../commandLine/failure.ts";

/**
 * Puts a text in the place of the one that a file held, at once and with the file's mode. A file that says something
 * else by now is left alone.
 */
export function writeAtomically(link: string, before: string, after: string): void {
  const file = realpathSync(link);
  if (readFileSync(file, "utf8") !== before)
    throw new Failure(`${link} was changed meanwhile, nothing was written: run this again`);
  const fresh = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(fresh, after);
    chmodSync(fresh, statSync(file).mode);
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
