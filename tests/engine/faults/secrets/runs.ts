import * as path from "node:path";
import type { Captured } from "../../../../commandLine/processes/run.ts";
import { projectFolder } from "../../../../sandbox/paths.ts";
import { withoutCopiedConfig, withoutOwnEvents } from "./pulumisOwn.ts";
import type { SeededProject } from "./seededProject.ts";

export const pack = ["--policy-pack", path.join(projectFolder, "policypack")];
const verbose = ["-v=9", "--logtostderr", "--logflow"];
/** The stack with keys in plain text, and the one with keys as secrets. */
export const [plain, secret] = ["plain-keys", "secret-keys"] as const;

/** A command, its exit code, and what of its output is searched, where Pulumi's own copies are not. */
export interface Run {
  readonly title: string;
  readonly code: number;
  readonly run: (project: SeededProject) => Promise<Captured>;
  /** @default - stdout */
  readonly searched?: (captured: Captured & { readonly events?: string }) => string;
  /** True for what runs only in the full set. */
  readonly full?: boolean;
}

/** Runs that are the same for both stacks: commands that read the stack file alone. */
const reading = (stack: string, code: number): readonly Run[] => [
  ...["markdown", "table", "json"].map((format) => ({
    title: `permissions diff as ${format}`,
    code,
    run: (project: SeededProject) =>
      project.command("permissions", "diff", "--base", "HEAD", "--stack", stack, "--format", format),
    full: format !== "markdown",
  })),
  ...["html", "table", "json"].map((format) => ({
    title: `permissions show as ${format}`,
    code,
    run: (project: SeededProject) =>
      project.command("permissions", "show", "--stack", stack, "--format", format),
    full: format !== "html",
  })),
  {
    title: "workload add",
    code,
    run: (project) =>
      project.command(
        "workload",
        "add",
        "fresh",
        "--stack",
        stack,
        "--access",
        "sqs=orders:send",
        "--dry-run",
      ),
  },
];

export const plainRuns: readonly Run[] = [
  { title: "preview", code: 1, run: (project) => project.pulumi(plain, "preview"), full: true },
  {
    title: "preview --json",
    code: 1,
    run: (project) => project.pulumi(plain, "preview", "--json"),
    searched: ({ stdout }) => withoutCopiedConfig(stdout),
    full: true,
  },
  {
    title: "preview --diff with the policy pack",
    code: 1,
    run: (project) => project.pulumi(plain, "preview", "--diff", ...pack),
  },
  {
    title: "up --event-log",
    code: 1,
    run: (project) => project.withEvents(plain, "up", "--yes", "--skip-preview"),
    searched: ({ stdout, events = "" }) => stdout + withoutOwnEvents(events),
  },
  {
    title: "up at verbosity 9",
    code: 1,
    run: (project) => project.pulumi(plain, "up", "--yes", "--skip-preview", ...verbose),
  },
  {
    title: "refresh",
    code: 0,
    run: (project) => project.pulumi(plain, "refresh", "--yes", "--skip-preview"),
    full: true,
  },
  ...reading(plain, 2),
];

/** @param boundary the policy that the boundary of the stack names; without it the update fails at the role */
export const secretRuns = (boundary: string): readonly Run[] => [
  {
    title: "up that fails",
    code: 1,
    run: (project) => project.pulumi(secret, "up", "--yes", "--skip-preview"),
  },
  {
    title: "up --event-log, made good",
    code: 0,
    run: async (project) => {
      await project.makePolicy(boundary);
      return project.withEvents(secret, "up", "--yes", "--skip-preview");
    },
    searched: ({ stdout, events = "" }) => stdout + withoutOwnEvents(events),
  },
  {
    title: "refresh at verbosity 9",
    code: 0,
    run: (project) => project.pulumi(secret, "refresh", "--yes", "--skip-preview", ...verbose),
  },
  { title: "preview", code: 0, run: (project) => project.pulumi(secret, "preview"), full: true },
  {
    title: "preview --json",
    code: 0,
    run: (project) => project.pulumi(secret, "preview", "--json"),
    full: true,
  },
  {
    title: "preview --diff with the policy pack at verbosity 9",
    code: 0,
    run: (project) => project.pulumi(secret, "preview", "--diff", ...pack, ...verbose),
  },
  { title: "stack export", code: 0, run: (project) => project.pulumi(secret, "stack", "export") },
  {
    title: "stack output",
    code: 0,
    run: (project) => project.pulumi(secret, "stack", "output", "--json"),
    full: true,
  },
  { title: "stack history", code: 0, run: (project) => project.pulumi(secret, "stack", "history", "--json") },
  ...reading(secret, 0),
  {
    title: "workload add --like",
    code: 0,
    run: (project) =>
      project.command("workload", "add", "fresh", "--stack", secret, "--like", "orders", "--dry-run"),
    full: true,
  },
  {
    title: "verify",
    code: 0,
    run: (project) => project.command("verify", "--stack", secret),
    full: true,
  },
  {
    title: "verify as json",
    code: 0,
    run: (project) => project.command("verify", "--stack", secret, "--json"),
  },
  ...["html", "table", "json", "markdown", "patch"].map((format) => ({
    title: `review as ${format}`,
    code: 1,
    run: (project: SeededProject) => project.command("review", "--stack", secret, "--format", format),
    full: format !== "html",
  })),
];
