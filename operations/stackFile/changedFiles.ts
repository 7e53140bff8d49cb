import * as path from "node:path";
import { Failure } from "../../commandLine/failure.ts";
import type { Captured } from "../../commandLine/processes/run.ts";

/** Runs git in the folder of the project. */
export type Git = (...args: string[]) => Promise<Captured>;

/** A file that is not as a commit has it. */
export interface ChangedFile {
  /** From the folder of the project; one of the repository outside of it begins with `../`. */
  readonly path: string;
  /** Another repository, of which a commit is named here. */
  readonly isSubmodule: boolean;
}

/**
 * Everything in the repository that the working tree has other than a commit, with what is new and not tracked.
 *
 * @param folder The project's, from the top of the repository: ends in a slash, or is empty.
 * @see https://git-scm.com/docs/git-diff#_raw_output_format
 */
export async function changedSince(git: Git, commit: string, folder: string): Promise<ChangedFile[]> {
  const [tracked, untracked] = await Promise.all([
    // Settings of the machine could hide renamed files and submodules.
    git(
      "diff",
      "--raw",
      "-z",
      "--no-renames",
      "--no-ext-diff",
      "--no-relative",
      "--ignore-submodules=none",
      commit,
      "--",
    ),
    git("ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/"),
  ]);
  for (const { code, stderr } of [tracked, untracked])
    if (code !== 0) throw new Failure(`git cannot list what changed: ${stderr.trim()}`);
  const fields = tracked.stdout.split("\0");
  const changed = fields.flatMap((field, index): ChangedFile[] => {
    const [, before, after] = /^:(\d+) (\d+) \S+ \S+ [A-Z]\d*$/.exec(field) ?? [];
    // Each second field is a path, which may look like anything.
    if (index % 2 === 1 || before === undefined) return [];
    return [
      { path: fromProject(fields[index + 1] ?? "", folder), isSubmodule: [before, after].includes("160000") },
    ];
  });
  const added = untracked.stdout.split("\0").filter(Boolean);
  return [...changed, ...added.map((file) => ({ path: fromProject(file, folder), isSubmodule: false }))];
}

const fromProject = (file: string, folder: string) =>
  folder === "" ? file : path.posix.relative(folder, file);
