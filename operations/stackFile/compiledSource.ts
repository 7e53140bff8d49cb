import type { CompiledWorkload, StackTarget } from "../../components/config/compiledWorkload.ts";
import { compileStack } from "../../components/config/compileStack.ts";
import type { ConfigError } from "../../components/config/configError.ts";
import { MAP_KEYS, withMaps } from "../../components/config/mapKeys.ts";
import { parseStackConfig } from "../../components/config/parseStackConfig.ts";
import type { YamlProblem } from "../../components/config/stackFile/goYaml.ts";
import { isSecret, withSecretsNamed } from "../../components/config/stackFile/secret.ts";
import { readStackSettings, type StackSettings } from "../../components/config/stackFile/stackSettings.ts";
import type { ReadUserDataFile } from "../../components/config/userDataFile.ts";
import { accountIn, anyAccount } from "./accountIn.ts";
import { partitionOfRegion } from "../../iam/arn.ts";

/** A stack file, compiled as far as that goes, with everything that is wrong with it. */
export interface CompiledSource {
  readonly settings: StackSettings;
  /** What keeps the file from being read; where there is something, the rest is empty. */
  readonly problems: readonly YamlProblem[];
  /** The configuration by full keys, with a name in the place of each secret. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly workloads: readonly CompiledWorkload[];
  readonly errors: readonly ConfigError[];
  readonly target: StackTarget;
}

/**
 * Reads and compiles the text of a stack file.
 *
 * @param project The name of the project.
 * @param at The account, by default the one that the file names, if it does, and the region where the file names none.
 */
export async function compiledSource(
  { stack, file, text }: { readonly stack: string; readonly file: string; readonly text: string },
  project: string,
  at: { readonly account?: string; readonly region: string },
  readUserDataFile: ReadUserDataFile,
): Promise<CompiledSource> {
  const settings = readStackSettings(text, file, project);
  const config = withMaps(withSecretsNamed(settings.config) as StackSettings["config"]);
  const configured = config["aws:region"];
  const region = typeof configured === "string" ? configured : at.region;
  const account = at.account ?? accountIn(config) ?? anyAccount;
  const target = { account, region, partition: partitionOfRegion(region), project, stack };
  const problems = [...settings.problems, ...hiddenMaps(settings)];
  if (problems.length > 0) return { settings, problems, config: {}, workloads: [], errors: [], target };
  return { settings, problems, config, ...(await compiledConfig(config, target, readUserDataFile)), target };
}

/** Compiles a configuration by full keys as far as that goes. */
export async function compiledConfig(
  values: Readonly<Record<string, unknown>>,
  target: StackTarget,
  readUserDataFile: ReadUserDataFile,
): Promise<Pick<CompiledSource, "workloads" | "errors">> {
  const parsed = await parseStackConfig({ values }, readUserDataFile);
  const compiled = compileStack(parsed.value, target);
  return { workloads: compiled.value, errors: [...parsed.errors, ...compiled.errors] };
}

/** A map that is one secret as a whole hides from everybody what is in it. */
function hiddenMaps({ config, placeOf }: StackSettings): YamlProblem[] {
  return MAP_KEYS.filter((key) => isSecret(config[key])).map((key) => {
    const place = placeOf(key);
    const problem = `got ${key} as one secret, want a map in which only values are secret`;
    return { problem, ...(place && { place }) };
  });
}
