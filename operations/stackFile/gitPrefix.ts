import { capture } from "../../commandLine/processes/run.ts";

/** Where a folder is in its repository, with a slash at the end; nothing at its root and outside of any. */
export async function gitPrefix(folder: string): Promise<string> {
  try {
    const { code, stdout } = await capture("git", ["rev-parse", "--show-prefix"], { cwd: folder });
    return code === 0 ? stdout.trim() : "";
  } catch {
    return "";
  }
}
