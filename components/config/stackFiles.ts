import { readdirSync } from "node:fs";

/** The name of a stack's file, such as `Pulumi.dev.yaml`. */
export const stackFileName = (stack: string) => `Pulumi.${stack}.yaml`;

/** The stacks that files are those of, by name. */
export function stacksAmong(files: readonly string[]): string[] {
  return files.flatMap((file) => /^Pulumi\.([\w.-]+)\.yaml$/.exec(file)?.[1] ?? []).sort();
}

/** Names of the stacks that a project has a file for. */
export const stackNames = (project: string): string[] => stacksAmong(readdirSync(project));
