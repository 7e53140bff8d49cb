import { existsSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import { capture } from "../../commandLine/processes/run.ts";
import { type FileText, userDataFilesIn } from "../../components/config/userDataFile.ts";
import { type ChangedFile, changedSince } from "./changedFiles.ts";
import { filesOfCommit } from "./filesOfCommit.ts";

/** The files of the project folder, as one moment of its history holds them. */
export interface Revision {
  /** For people: `the working tree`, or a commit with the name by which it was asked for. */
  readonly name: string;
  /** The names of those directly in it. */
  readonly files: readonly string[];
  /** The text of one directly in it; undefined where there is no such file. */
  readonly read: (file: string) => Promise<string | undefined>;
  /** The text of one anywhere below it, never of one outside of it. */
  readonly readBelow: (path: string) => Promise<FileText>;
}

/** A commit to compare the working tree with. */
export interface BaseRevision extends Revision {
  /** What differs between the commit and the working tree, with what git does not track yet and does not ignore. */
  readonly changedSince: () => Promise<readonly ChangedFile[]>;
}

/** The project as it lies there, with whatever is not committed. */
export function workingTree(project: string): Revision {
  const name = "the working tree";
  const readBelow = (file: string) => Promise.resolve(userDataFilesIn(project)(file));
  return {
    name,
    files: readdirSync(project),
    read: async (file) => {
      if (!existsSync(path.join(project, file))) return undefined;
      const found = await readBelow(file);
      if ("text" in found) return found.text;
      throw new Failure(`${file} of ${name} cannot be read, want ${found.want}`);
    },
    readBelow,
  };
}

/**
 * The project where its history parted from a revision: what came to the other branch since then is no change of this
 * one. Nothing is checked out. Where the two have no common commit, as in a shallow clone, it is the revision itself.
 */
export async function baseRevision(project: string, base: string): Promise<BaseRevision> {
  const git = (...args: string[]) => capture("git", args, { cwd: project });
  const prefix = await git("rev-parse", "--show-prefix");
  if (prefix.code !== 0)
    throw new Failure(`${project} is in no git repository: a permission diff needs one to compare with`);
  // What begins with a hyphen would be an option to git.
  const named = base.startsWith("-")
    ? undefined
    : await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${base}^{commit}`);
  if (named?.code !== 0)
    throw new Failure(
      `no commit "${base}" in this repository: fetch it, as in "git fetch origin main", or name another with --base`,
    );
  const shared = await git("merge-base", named.stdout.trim(), "HEAD");
  const commit = shared.code === 0 ? shared.stdout.trim() : named.stdout.trim();
  const folder = prefix.stdout.trim();
  const listed = await git("ls-tree", "-z", "--name-only", "--full-tree", commit, folder || ".");
  if (listed.code !== 0) throw new Failure(`git cannot list the files of ${base}: ${listed.stderr.trim()}`);
  const files = listed.stdout
    .split("\0")
    .filter(Boolean)
    .map((file) => file.slice(folder.length));
  const readBelow = filesOfCommit(git, commit, folder);
  return {
    name: `${base} (${commit.slice(0, 10)})`,
    files,
    read: async (file) => {
      if (!files.includes(file)) return undefined;
      const found = await readBelow(file);
      if ("text" in found) return found.text;
      // What is there is no stack file, which is noted: it is the later one that counts.
      const shown = await git("show", `${commit}:${folder}${file}`);
      if (shown.code !== 0) throw new Failure(`git cannot read ${file} of ${base}: ${shown.stderr.trim()}`);
      return shown.stdout;
    },
    readBelow,
    changedSince: () => changedSince(git, commit, folder),
  };
}
