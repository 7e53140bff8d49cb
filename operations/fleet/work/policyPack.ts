import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../../commandLine/failure.ts";
import type { FleetOptions } from "../options.ts";
import { matcherOf } from "../stacks/selectStacks.ts";
import type { FleetStack } from "../stacks/stackFile.ts";

/** Beside the pack: which settings stacks share, by pattern, as `{"prod-*": "prod"}`. The first pattern that takes it counts. */
const SHARED = "stacks.json";

/**
 * The policy pack of a run for one stack, with the settings of the stack: `config/<stack>.json` in the pack, or those that
 * `stacks.json` of the pack names for it. Nothing that the stack file says chooses them: whoever may change that file could
 * choose the settings of another stack, which refuse less. A pack that has no folder `config` runs without settings.
 */
export function packFor(
  project: string,
  { policyPack }: FleetOptions,
  { name }: Pick<FleetStack, "name">,
): { readonly policyPacks?: string[]; readonly policyPackConfigs?: string[] } {
  if (policyPack === undefined) return {};
  const pack = path.resolve(project, policyPack);
  if (!existsSync(path.join(pack, "PulumiPolicy.yaml")))
    throw new Failure(
      `--policy-pack "${policyPack}": there is no PulumiPolicy.yaml in ${pack}: name the pack's folder`,
    );
  if (!existsSync(path.join(pack, "config"))) return { policyPacks: [pack] };
  const settings = (of: string) => path.join(pack, "config", `${of}.json`);
  if (existsSync(settings(name))) return { policyPacks: [pack], policyPackConfigs: [settings(name)] };
  const shared = sharedSettings(pack, policyPack).find(([pattern]) => matcherOf(pattern).test(name))?.[1];
  if (shared === undefined)
    throw new Failure(
      `stack "${name}" has no settings of the policy pack: add ${policyPack}/config/${name}.json, as {} for the defaults of the pack, or name those of others in ${policyPack}/${SHARED}, as {"${name}": "prod"}`,
    );
  if (!existsSync(settings(shared)))
    throw new Failure(
      `${policyPack}/${SHARED}: stack "${name}": got "${shared}", want the name of a file in ${policyPack}/config, without .json`,
    );
  return { policyPacks: [pack], policyPackConfigs: [settings(shared)] };
}

/** The entries of `stacks.json`; none where there is no such file. */
function sharedSettings(pack: string, shown: string): (readonly [pattern: string, settings: string])[] {
  const file = path.join(pack, SHARED);
  if (!existsSync(file)) return [];
  const wrong = (got: string) =>
    new Failure(
      `${shown}/${SHARED}: got ${got}, want patterns of stacks with settings, as {"prod-*": "prod"}`,
    );
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw wrong("no JSON");
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) throw wrong("no map");
  return Object.entries(read).map(([pattern, settings]: [string, unknown]) => {
    if (typeof settings !== "string" || !/^[\w.-]+$/.test(settings))
      throw wrong(`${JSON.stringify(settings)} for "${pattern}"`);
    return [pattern, settings];
  });
}
