import { existsSync } from "node:fs";
import * as path from "node:path";
import { Failure } from "../../../commandLine/failure.ts";
import type { FleetOptions } from "../options.ts";
import { packSettingsFile, SHARED_SETTINGS } from "../../packSettingsFile.ts";
import type { FleetStack } from "../stacks/stackFile.ts";

/** The policy pack of a run for one stack, with the settings of the stack. A pack that has no folder `config` runs without. */
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
  const settings = packSettingsFile(pack, policyPack, name);
  if (settings !== undefined) return { policyPacks: [pack], policyPackConfigs: [settings] };
  throw new Failure(
    `stack "${name}" has no settings of the policy pack: add ${policyPack}/config/${name}.json, as {} for the defaults of the pack, or name those of others in ${policyPack}/${SHARED_SETTINGS}, as {"${name}": "prod"}`,
  );
}
