import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { statementsOf } from "../../iam/document/readDocument.ts";
import type { Boundary } from "../../iam/effect/cutOff.ts";
import { boundaryStatements, bootstrapProject } from "../permissions/workloadBoundary.ts";
import { stackFileName, stacksAmong } from "./stackFiles.ts";

/**
 * What the permissions boundaries of `bootstrap/` say that a stack of this project may carry: one for each account whose settings
 * are in the repository. Empty where there are none, and where the settings are not plain.
 */
export async function accountBoundaries(
  projectFolder: string,
  { project, stack }: { readonly project: string; readonly stack: string },
): Promise<Boundary[]> {
  const folder = join(projectFolder, "bootstrap");
  if (!existsSync(folder)) return [];
  const accounts = stacksAmong(readdirSync(folder)).map((account) => join(folder, stackFileName(account)));
  // Every preview waits for the start of the program, and few stacks carry this boundary.
  const { parse } = await import("yaml");
  const settings = accounts.flatMap((file) => settingsIn(file, bootstrapProject(project), parse) ?? []);
  const own = settings.filter(({ stacks }) => stacks?.includes(stack));
  return (own.length > 0 ? own : settings.filter(({ stacks }) => stacks === undefined)).map(
    ({ actions, roles }) => statementsOf(boundaryStatements(actions, roles)),
  );
}

interface BoundarySettings {
  /** @default - every stack of the repository */
  readonly stacks: readonly string[] | undefined;
  readonly actions: readonly string[];
  readonly roles: readonly string[];
}

/** Undefined where the file cannot be read: its own preview says what is wrong with it. */
function settingsIn(
  file: string,
  project: string,
  parse: (text: string) => unknown,
): BoundarySettings | undefined {
  try {
    const { config } = (parse(readFileSync(file, "utf8")) ?? {}) as { config?: Record<string, unknown> };
    const list = (key: string) => textsOf(config?.[`${project}:${key}`]);
    return {
      stacks: list("stacks"),
      actions: list("boundaryActions") ?? [],
      roles: list("boundaryRoles") ?? [],
    };
  } catch {
    return undefined;
  }
}

function textsOf(value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  throw new TypeError("no list of texts");
}
