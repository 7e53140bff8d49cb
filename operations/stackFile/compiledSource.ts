import type { CompiledWorkload, StackTarget } from "../../components/config/compiledWorkload.ts";
import { compileStack } from "../../components/config/compileStack.ts";
import type { ConfigError } from "../../components/config/configError.ts";
import { MAP_KEYS, withMaps } from "../../components/config/mapKeys.ts";
import { type ParsedStack, parseStackConfig } from "../../components/config/parseStackConfig.ts";
import type { YamlProblem } from "../../components/config/stackFile/goYaml.ts";
import { isSecret, withSecretsNamed } from "../../components/config/stackFile/secret.ts";
import { readStackSettings, type StackSettings } from "../../components/config/stackFile/stackSettings.ts";
import type { ReadUserDataFile } from "../../components/config/userDataFile.ts";
import { accountIn, anyAccount } from "./accountIn.ts";
import { over } from "./givenConfig.ts";
import { partitionOfRegion } from "../../iam/arn.ts";

/** A stack file as it was read, before its configuration is checked. */
export interface ReadSource {
  readonly settings: StackSettings;
  /** What keeps the file from being read; where there is something, the configuration is empty. */
  readonly problems: readonly YamlProblem[];
  /** The configuration by full keys, with a name in the place of each secret. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly target: StackTarget;
}

/** A configuration, compiled as far as that goes, with everything that is wrong with it. */
export interface CompiledConfig {
  /** What holds for the stack as a whole. */
  readonly settings: Pick<ParsedStack, "environment" | "permissionsBoundary" | "tags">;
  readonly workloads: readonly CompiledWorkload[];
  readonly errors: readonly ConfigError[];
}

/** A stack file, compiled as far as that goes. */
export type CompiledSource = ReadSource & Omit<CompiledConfig, "settings">;

interface Source {
  readonly stack: string;
  readonly file: string;
  readonly text: string;
  /** What environments add, by full keys. @default - it is not known */
  readonly fromEnvironments?: Readonly<Record<string, unknown>>;
}

/** The account, by default the one that the file names, if it does, and the region where the file names none. */
interface Place {
  readonly account?: string;
  readonly region: string;
}

/**
 * Reads the text of a stack file.
 *
 * @param project The name of the project.
 */
export function readSource(
  { stack, file, text, fromEnvironments }: Source,
  project: string,
  at: Place,
): ReadSource {
  const settings = readStackSettings(text, file, project);
  const whole = over(fromEnvironments ?? {}, settings.config);
  const config = withMaps(withSecretsNamed(whole) as StackSettings["config"]);
  const configured = config["aws:region"];
  const region = typeof configured === "string" ? configured : at.region;
  const account = at.account ?? accountIn(config) ?? anyAccount;
  const target = { account, region, partition: partitionOfRegion(region), project, stack };
  const problems = [...settings.problems, ...hiddenMaps(settings)];
  return { settings, problems, config: problems.length > 0 ? {} : config, target };
}

/** Reads and compiles the text of a stack file. */
export async function compiledSource(
  source: Source,
  project: string,
  at: Place,
  readUserDataFile: ReadUserDataFile,
): Promise<CompiledSource> {
  const read = readSource(source, project, at);
  if (read.problems.length > 0) return { ...read, workloads: [], errors: [] };
  const { workloads, errors } = await compiledConfig(read.config, read.target, readUserDataFile);
  return { ...read, workloads, errors };
}

/** Compiles a configuration by full keys as far as that goes. */
export async function compiledConfig(
  values: Readonly<Record<string, unknown>>,
  target: StackTarget,
  readUserDataFile: ReadUserDataFile,
): Promise<CompiledConfig> {
  const parsed = await parseStackConfig({ values }, readUserDataFile);
  const compiled = compileStack(parsed.value, target);
  return {
    settings: parsed.value,
    workloads: compiled.value,
    errors: [...parsed.errors, ...compiled.errors],
  };
}

/** A map that is one secret as a whole hides from everybody what is in it. */
function hiddenMaps({ config, placeOf }: StackSettings): YamlProblem[] {
  return MAP_KEYS.filter((key) => isSecret(config[key])).map((key) => {
    const place = placeOf(key);
    const problem = `got ${key} as one secret, want a map in which only values are secret`;
    return { problem, ...(place && { place }) };
  });
}
