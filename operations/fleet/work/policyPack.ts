import { existsSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../../commandLine/failure.ts";
import type { FleetOptions } from "../options.ts";
import type { FleetStack } from "../stacks/stackFile.ts";

/**
 * The policy pack of a run for one stack, with the configuration of the stack's environment: `config/<environment>.json`
 * in the pack. A pack that has no such folder runs without one.
 */
export function packFor(
  project: string,
  { policyPack }: FleetOptions,
  { name, environment }: FleetStack,
): { readonly policyPacks?: string[]; readonly policyPackConfigs?: string[] } {
  if (policyPack === undefined) return {};
  const pack = path.resolve(project, policyPack);
  if (!existsSync(path.join(pack, "PulumiPolicy.yaml")))
    throw new Failure(
      `--policy-pack "${policyPack}": there is no PulumiPolicy.yaml in ${pack}: name the pack's folder`,
    );
  if (!existsSync(path.join(pack, "config"))) return { policyPacks: [pack] };
  const config = path.join(pack, "config", `${environment}.json`);
  if (!existsSync(config))
    throw new Failure(
      `stack "${name}" is of environment "${environment}", and ${policyPack}/config has no ${environment}.json: add one, as {} for the defaults of the pack`,
    );
  return { policyPacks: [pack], policyPackConfigs: [config] };
}
