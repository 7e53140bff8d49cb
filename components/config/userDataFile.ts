import { readFileSync, realpathSync } from "node:fs";
import { resolve, sep } from "node:path";

/** The text of a file, or what is wanted instead of the path. */
export type FileText = { readonly text: string } | { readonly want: string };

const OUTSIDE = "a file inside the project folder";

/** Reads a file that the configuration names. */
export type ReadUserDataFile = (path: string) => FileText;

/**
 * Reads user data from files inside the project folder. A link that leads out of the folder is refused as well: what a
 * pull request deploys must be in the pull request.
 */
export function userDataFilesIn(projectFolder: string): ReadUserDataFile {
  const root = realpathSync(projectFolder);
  return (path) => {
    const named = resolve(root, path);
    if (!named.startsWith(root + sep)) return { want: OUTSIDE };
    try {
      const file = realpathSync(named);
      if (!file.startsWith(root + sep)) return { want: OUTSIDE };
      return { text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file)) };
    } catch (error) {
      return { want: error instanceof TypeError ? "a file of UTF-8 text" : "a file that exists" };
    }
  };
}
