import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { endingAmong, stackFileName } from "./stackFiles.ts";

/**
 * The `config` of a stack file as it is written, secrets encrypted, by full keys. Nothing where the file cannot be read.
 *
 * @param projectFolder Where Pulumi looks for the file of the stack, unless it is told otherwise.
 */
export async function writtenValues(
  projectFolder: string,
  stack: string,
  project: string,
): Promise<Readonly<Record<string, unknown>>> {
  const files = existsSync(projectFolder) ? readdirSync(projectFolder) : [];
  const name = stackFileName(stack, endingAmong(files));
  const file = join(projectFolder, name);
  if (!existsSync(file)) return {};
  // Every preview waits for the start of the program, and few stacks have secrets.
  const { readStackSettings } = await import("./stackFile/stackSettings.ts");
  const { config, problems } = readStackSettings(readFileSync(file, "utf8"), name, project);
  return problems.length > 0 ? {} : config;
}
