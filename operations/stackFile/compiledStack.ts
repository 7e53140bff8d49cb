import { readFileSync } from "node:fs";
import * as path from "node:path";
import { parseDocument } from "yaml";
import { stackFileName } from "../../components/config/stackFiles.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { boundaryErrors } from "../../components/config/boundaryErrors.ts";
import { compileStack } from "../../components/config/compileStack.ts";
import { formatErrors } from "../../components/config/configError.ts";
import type { RawConfig } from "../../components/config/rawConfig.ts";
import { parseStackConfig } from "../../components/config/parseStackConfig.ts";
import { userDataFilesIn } from "../../components/config/userDataFile.ts";
import { partitionOfRegion, type Target } from "../../iam/arn.ts";
import { Failure } from "../../commandLine/failure.ts";
import { yamlProblem } from "./yamlProblem.ts";

/** A stack as its file declares it, compiled by the same functions that the program uses. */
export interface CompiledStack {
  readonly target: Target;
  readonly workloads: readonly CompiledWorkload[];
}

function readYaml(project: string, file: string): Record<string, unknown> {
  const document = parseDocument(readFileSync(path.join(project, file), "utf8"));
  const [error] = document.errors;
  if (error) throw new Failure(`${file} is ${yamlProblem(error)}`);
  return (document.toJS() ?? {}) as Record<string, unknown>;
}

/** Compiles a stack's configuration, as values by their full keys, for where it is deployed. */
export async function compileDeclared(
  project: string,
  stack: string,
  config: RawConfig,
  target: Target,
): Promise<CompiledWorkload[]> {
  const name = String(readYaml(project, "Pulumi.yaml").name);
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
  const values = (readYaml(project, stackFileName(stack)).config ?? {}) as Record<string, unknown>;
  const { "aws:region": configured } = values;
  const region = typeof configured === "string" ? configured : "eu-central-1";
  const target = { account, region, partition: partitionOfRegion(region) };
  return { target, workloads: await compileDeclared(project, stack, { values }, target) };
}
