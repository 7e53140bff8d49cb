import { readdirSync } from "node:fs";

/** How the files of a project end, in the order in which Pulumi looks for the one of the project. */
const ENDINGS = ["json", "yaml", "yml"] as const;

export type Ending = (typeof ENDINGS)[number];

/**
 * The ending of all files of a project, which is that of `Pulumi.yaml`: beside a `Pulumi.json` Pulumi reads no YAML.
 *
 * @param files The names of what lies in the project's folder.
 * @see https://github.com/pulumi/pulumi/blob/v3.274.1/sdk/go/common/workspace/paths.go
 */
export function endingAmong(files: readonly string[]): Ending {
  return ENDINGS.find((ending) => files.includes(`Pulumi.${ending}`)) ?? "yaml";
}

/** The name of a stack's file, such as `Pulumi.dev.yaml`. */
export const stackFileName = (stack: string, ending: Ending = "yaml") => `Pulumi.${stack}.${ending}`;

/** The stacks that files are those of, by name. */
export function stacksAmong(files: readonly string[]): string[] {
  const stackFile = new RegExp(`^Pulumi\\.([\\w.-]+)\\.${endingAmong(files)}$`);
  return files.flatMap((file) => stackFile.exec(file)?.[1] ?? []).sort();
}

/** Names of the stacks that a project has a file for. */
export const stackNames = (project: string): string[] => stacksAmong(readdirSync(project));
