import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { boundaryErrors } from "../../components/config/boundaryErrors.ts";
import { compileStack } from "../../components/config/compileStack.ts";
import { formatErrors } from "../../components/config/configError.ts";
import { withMaps } from "../../components/config/mapKeys.ts";
import { readStackSettings } from "../../components/config/stackFile/stackSettings.ts";
import type { RawConfig } from "../../components/config/rawConfig.ts";
import { parseStackConfig } from "../../components/config/parseStackConfig.ts";
import { userDataFilesIn } from "../../components/config/userDataFile.ts";
import { partitionOfRegion, type Target } from "../../iam/arn.ts";
import { Failure } from "../../commandLine/failure.ts";
import { stackSource } from "./declaredStacks.ts";
import { anyProjectAt } from "./project.ts";
import { workingTree } from "./revision.ts";
import { settingsProblems } from "./settingsProblems.ts";

/** A stack as its file declares it, compiled by the same functions that the program uses. */
export interface CompiledStack {
  readonly target: Target;
  readonly workloads: readonly CompiledWorkload[];
}

/** Compiles a stack's configuration, as values by their full keys, for where it is deployed. */
export async function compileDeclared(
  project: string,
  stack: string,
  config: RawConfig,
  target: Target,
): Promise<CompiledWorkload[]> {
  const { name } = await anyProjectAt(workingTree(project));
  const parsed = await parseStackConfig(config, userDataFilesIn(project));
  const running = { project: name, stack };
  const compiled = compileStack(parsed.value, { ...target, ...running });
  const cutOff = await boundaryErrors(compiled.value, project, running, parsed.value.secret);
  const errors = [...parsed.errors, ...compiled.errors, ...cutOff];
  if (errors.length > 0) throw new Failure(formatErrors(errors));
  return compiled.value;
}

/** Compiles `Pulumi.<stack>.yaml` for an account. */
export async function compiledStack(project: string, stack: string, account: string): Promise<CompiledStack> {
  const tree = workingTree(project);
  const { name, ending } = await anyProjectAt(tree);
  const { file, text = "" } = await stackSource(tree, stack, ending);
  const { config, problems } = readStackSettings(text, file, name);
  const problem = settingsProblems(file, problems);
  if (problem !== undefined) throw new Failure(problem);
  const configured = config["aws:region"];
  const region = typeof configured === "string" ? configured : "eu-central-1";
  const target = { account, region, partition: partitionOfRegion(region) };
  return { target, workloads: await compileDeclared(project, stack, { values: withMaps(config) }, target) };
}
