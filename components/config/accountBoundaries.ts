import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { statementsOf } from "../../iam/document/readDocument.ts";
import type { Boundary } from "../../iam/effect/cutOff.ts";
import { servicesWithinBoundary } from "../access/actions.ts";
import {
  boundaryStatements,
  bootstrapProject,
  type BoundaryChoice,
} from "../permissions/workloadBoundary.ts";
import { endingAmong, stackFileName, stacksAmong } from "./stackFiles.ts";

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
  const files = readdirSync(folder);
  const accounts = stacksAmong(files).map((account) => stackFileName(account, endingAmong(files)));
  // Every preview waits for the start of the program, and few stacks carry this boundary.
  const { readStackSettings } = await import("./stackFile/stackSettings.ts");
  const own = bootstrapProject(project);
  const settings = accounts.flatMap((file) => {
    const { config, problems } = readStackSettings(readFileSync(join(folder, file), "utf8"), file, own);
    return (problems.length === 0 && settingsIn(config, own)) || [];
  });
  const ofStack = settings.filter(({ stacks }) => stacks?.includes(stack));
  return (ofStack.length > 0 ? ofStack : settings.filter(({ stacks }) => stacks === undefined)).map(
    (choice) => statementsOf(boundaryStatements(choice)),
  );
}

interface BoundarySettings extends BoundaryChoice {
  /** @default - every stack of the repository */
  readonly stacks: readonly string[] | undefined;
}

/** Undefined where the settings cannot be read: their own preview says what is wrong with them. */
function settingsIn(
  config: Readonly<Record<string, unknown>>,
  project: string,
): BoundarySettings | undefined {
  const [stacks, services, actions, roles] = [
    ...["stacks", "boundaryServices", "boundaryActions", "boundaryRoles"],
  ].map((key) => textsOf(config[`${project}:${key}`]));
  if (stacks === "no texts" || actions === "no texts" || roles === "no texts") return undefined;
  if (services === "no texts") return undefined;
  const known = services && servicesWithinBoundary().filter((service) => services.includes(service));
  return { stacks, services: known, actions, roles };
}

function textsOf(value: unknown): string[] | "no texts" | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : "no texts";
}
