import { readdirSync } from "node:fs";

const stackFile = /^Pulumi\.([\w.-]+)\.yaml$/;

/** Names of the stacks that a project has a file for. */
export function stackNames(project: string): string[] {
  return readdirSync(project)
    .flatMap((file) => stackFile.exec(file)?.[1] ?? [])
    .sort();
}
