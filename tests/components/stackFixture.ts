import type { CompiledWorkload, StackTarget } from "../../components/config/compiledWorkload.ts";
import { compileStack } from "../../components/config/compileStack.ts";
import { formatError, type ConfigError } from "../../components/config/configError.ts";
import type { RawConfig } from "../../components/config/rawConfig.ts";
import { parseStackConfig } from "../../components/config/parseStackConfig.ts";
import { userDataFilesIn } from "../../components/config/userDataFile.ts";

/** Where the tests deploy to. */
export const target: StackTarget = {
  account: "111122223333",
  region: "eu-central-1",
  partition: "aws",
  project: "shop",
  stack: "dev",
};

/** The root of this project, where user data files are looked for. */
export const projectFolder = `${import.meta.dirname}/../..`;

/** The `config` of a stack file with one right workload, `orders`, and changes to it. */
export function stackOf(changes: {
  readonly workload?: Readonly<Record<string, unknown>>;
  readonly values?: Readonly<Record<string, unknown>>;
}): Record<string, unknown> {
  return {
    "aws:region": "eu-central-1",
    "instance-profiles:environment": "dev",
    "instance-profiles:workloads": { orders: changes.workload ?? {} },
    ...changes.values,
  };
}

/** What a stack becomes, and every error as its line of text. */
export async function checkedStack(
  raw: RawConfig,
  at: StackTarget = target,
): Promise<{ errors: string[]; workloads: CompiledWorkload[] }> {
  const parsed = await parseStackConfig(raw, userDataFilesIn(projectFolder));
  const compiled = compileStack(parsed.value, at);
  const errors: ConfigError[] = [...parsed.errors, ...compiled.errors];
  return { errors: errors.map(formatError), workloads: compiled.value };
}
