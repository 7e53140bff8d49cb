import { readdirSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";

/** Whether Pulumi cannot read a state because of what {@link removeTornAttributes} removes. */
export const meansTornAttributes = (stderr: string): boolean => /failed to load checkpoint: EOF/.test(stderr);

/**
 * Removes the empty attribute files of a stack in a backend of local files. Such a backend writes `dev.json.attrs` beside `dev.json`, and
 * that one in place: a process killed in that millisecond leaves it empty, and then Pulumi does not read the state either, which is whole.
 * Without its attributes it is read. With `?metadata=skip` at the end of the backend's URL there are none.
 *
 * @see https://pkg.go.dev/gocloud.dev/blob/fileblob#URLOpener
 * @returns the files that were removed
 */
export function removeTornAttributes(backendUrl: string, stack: string): string[] {
  if (!backendUrl.startsWith("file://")) return [];
  const [folder = ""] = backendUrl.slice("file://".length).split("?");
  const stacks = path.join(folder.replace(/^~/, homedir()), ".pulumi", "stacks");
  return readdirSync(stacks, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file).startsWith(`${stack}.json`) && file.endsWith(".attrs"))
    .map((file) => path.join(stacks, file))
    .filter((file) => statSync(file).size === 0)
    .map((file) => {
      rmSync(file);
      return file;
    });
}
