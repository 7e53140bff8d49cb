import { readFileSync, readdirSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { projectFolder } from "../../sandbox/paths.ts";

export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly uses?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly concurrency?: unknown;
  readonly steps?: readonly Step[];
  readonly "timeout-minutes"?: number;
}

export interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const github = path.join(projectFolder, ".github");

const workflowFolder = path.join(github, "workflows");

/** Workflows by the names of their files. */
export const workflows: ReadonlyMap<string, Workflow> = new Map(
  readdirSync(workflowFolder).map((file) => [
    file,
    parse(readFileSync(path.join(workflowFolder, file), "utf8")) as Workflow,
  ]),
);

/** The texts of the workflows and of the actions that are the repository's own, by their paths. */
export const texts: ReadonlyMap<string, string> = new Map(
  readdirSync(github, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yml"))
    .map((file) => [file, readFileSync(path.join(github, file), "utf8")]),
);
