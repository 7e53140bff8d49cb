import { existsSync } from "node:fs";
import * as path from "node:path";

const projectFiles = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** The Pulumi project that a folder is in, as the Pulumi CLI finds it; the folder itself where it is in none. */
export function projectFolderOf(folder: string): string {
  for (let above = folder; ; above = path.dirname(above)) {
    if (projectFiles.some((file) => existsSync(path.join(above, file)))) return above;
    if (above === path.dirname(above)) return folder;
  }
}
