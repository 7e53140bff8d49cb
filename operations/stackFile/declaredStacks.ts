import { type Ending, stackFileName } from "../../components/config/stackFiles.ts";
import { didYouMean } from "../../iam/nearest.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { compileStack } from "../../components/config/compileStack.ts";
import type { YamlProblem } from "../../components/config/stackFile/goYaml.ts";
import { isSecret, withSecretsNamed } from "../../components/config/stackFile/secret.ts";
import { readStackSettings, type StackSettings } from "../../components/config/stackFile/stackSettings.ts";
import { MAP_KEYS, withMaps } from "../../components/config/mapKeys.ts";
import { formatErrors } from "../../components/config/configError.ts";
import { parseStackConfig } from "../../components/config/parseStackConfig.ts";
import { partitionOfRegion } from "../../iam/arn.ts";
import { Failure } from "../../commandLine/failure.ts";
import { settingsProblems } from "./settingsProblems.ts";
import type { Revision } from "./revision.ts";

/** A stack as its file declares it at one revision. No account is asked: names stand for this account's resources. */
export interface DeclaredStack {
  readonly name: string;
  /** The name of the project, which is a part of every URN. */
  readonly project: string;
  readonly workloads: readonly CompiledWorkload[];
  /** Where and as whom it is deployed: the settings of the AWS provider, such as `aws:region`. */
  readonly provider: Readonly<Record<string, unknown>>;
  /** Environments of Pulumi ESC whose values are added at deployment and are not read here. */
  readonly environments: readonly string[];
  /** What of the file could not be read; what could is among the workloads. */
  readonly problem?: string;
}

/** Stands for the account of a stack, which only credentials tell. */
export const anyAccount = "000000000000";

/** A stack that was asked for, which one of the revisions has to have. */
export function knownStack(stacks: readonly string[], name: string): string {
  if (stacks.includes(name)) return name;
  throw new Failure(
    `no stack "${name}": there is no ${stackFileName(name)}${didYouMean(name, stacks)}; stacks are ${stacks.join(", ")}`,
  );
}

/** The text of a stack file, and whose it is. */
export interface StackSource {
  readonly stack: string;
  /** Such as `Pulumi.dev.yaml`. */
  readonly file: string;
  /** Undefined where there is no such file. */
  readonly text: string | undefined;
}

/** The stack file of a revision. */
export async function stackSource(revision: Revision, stack: string, ending: Ending): Promise<StackSource> {
  const file = stackFileName(stack, ending);
  return { stack, file, text: await revision.read(file) };
}

/**
 * Compiles the text of a stack file. A file that is gone declares nothing.
 *
 * @param project The name of the project.
 * @param at The account, and the region where the file names none.
 */
export async function declaredIn(
  { stack, file, text }: StackSource,
  project: string,
  at = { account: anyAccount, region: "us-east-1" },
): Promise<DeclaredStack> {
  const nothing = { name: stack, project, workloads: [], provider: {}, environments: [] };
  if (text === undefined) return nothing;
  const settings = readStackSettings(text, file, project);
  const unreadable = settingsProblems(file, [...settings.problems, ...hiddenMaps(settings)]);
  if (unreadable !== undefined) return { ...nothing, problem: unreadable };
  const config = withMaps(withSecretsNamed(settings.config) as StackSettings["config"]);
  // User data says nothing of rights, and the file of another revision is not here.
  const parsed = await parseStackConfig({ values: config }, () => ({ text: "" }));
  const configured = config["aws:region"];
  const region = typeof configured === "string" ? configured : at.region;
  const target = { account: at.account, region, partition: partitionOfRegion(region), project, stack };
  const compiled = compileStack(parsed.value, target);
  const errors = [...parsed.errors, ...compiled.errors];
  return {
    name: stack,
    project,
    workloads: compiled.value,
    provider: Object.fromEntries(Object.entries(config).filter(([key]) => key.startsWith("aws:"))),
    environments: settings.environments,
    ...(errors.length > 0 && { problem: `${file}: ${formatErrors(errors)}` }),
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
