import * as path from "node:path";
import type { FileText } from "../../components/config/userDataFile.ts";
import type { Git } from "./changedFiles.ts";

const OUTSIDE = "a file inside the project folder";
const MISSING = "a file that exists";

/** As many links as Linux follows on one path. */
const MOST_LINKS = 40;

interface Entry {
  readonly isLink: boolean;
  readonly object: string;
}

/**
 * Reads files of a commit below a folder of its repository. Links are followed as the file system would, and one that leads out of
 * the folder is refused as the program refuses it.
 *
 * @param folder Ends in a slash; empty for the top of the repository.
 */
export function filesOfCommit(git: Git, commit: string, folder: string): (file: string) => Promise<FileText> {
  let listed: Promise<ReadonlyMap<string, Entry>> | undefined;
  const contents = async (object: string) => {
    const { code, stdout } = await git("cat-file", "blob", object);
    return code === 0 ? stdout : undefined;
  };
  return async (file) => {
    listed ??= entriesOf(git, commit, folder);
    const entries = await listed;
    let named = path.posix.normalize(file);
    for (let links = 0; links < MOST_LINKS; links++) {
      if (path.posix.isAbsolute(named) || named === ".." || named.startsWith("../")) return { want: OUTSIDE };
      const parts = named.split("/");
      const at = parts.findIndex((_, index) => entries.get(parts.slice(0, index + 1).join("/"))?.isLink);
      const found = entries.get(at < 0 ? named : parts.slice(0, at + 1).join("/"));
      const text = found && (await contents(found.object));
      if (text === undefined) return { want: MISSING };
      if (at < 0) return text.includes("\uFFFD") ? { want: "a file of UTF-8 text" } : { text };
      if (path.posix.isAbsolute(text)) return { want: OUTSIDE };
      named = path.posix.normalize([...parts.slice(0, at), text, ...parts.slice(at + 1)].join("/"));
    }
    return { want: MISSING };
  };
}

/** Everything below the folder, by its path from there. */
async function entriesOf(git: Git, commit: string, folder: string): Promise<ReadonlyMap<string, Entry>> {
  const listed = await git("ls-tree", "-r", "-z", "--full-tree", commit, ...(folder === "" ? [] : [folder]));
  return new Map(
    listed.stdout.split("\0").flatMap((line): [string, Entry][] => {
      const [, mode, object = "", name = ""] = /^(\d+) blob (\S+)\t(.*)$/s.exec(line) ?? [];
      return mode === undefined ? [] : [[name.slice(folder.length), { isLink: mode === "120000", object }]];
    }),
  );
}
