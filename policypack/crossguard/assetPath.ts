import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The file or folder that an asset names, whose path is relative to the program. The engine starts a pack in the pack's
 * own folder and tells it nothing of the program's, so the folders where that can be are tried in turn: the engine's
 * own, which Linux shows, the one where the command was given, and those around the pack.
 *
 * @returns Undefined where no such file is found.
 */
export function assetPath(named: string): string | undefined {
  return programFolders()
    .map((folder) => path.resolve(folder, named))
    .find((file) => existsSync(file));
}

function programFolders(): string[] {
  const { INIT_CWD, PWD } = process.env;
  const own = process.cwd();
  return [`/proc/${process.ppid}/cwd`, INIT_CWD, PWD, own, path.dirname(own)].filter(
    (folder) => folder !== undefined && folder !== "",
  ) as string[];
}
