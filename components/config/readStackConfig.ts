import * as pulumi from "@pulumi/pulumi";
import { partitionOfRegion, type Target } from "../../iam/arn.ts";
import type { CompiledWorkload } from "./compiledWorkload.ts";
import { boundaryErrors } from "./boundaryErrors.ts";
import { compileStack } from "./compileStack.ts";
import { formatErrors, type ConfigError } from "./configError.ts";
import { withMaps } from "./mapKeys.ts";
import type { RawConfig } from "./rawConfig.ts";
import { parseStackConfig, type ParsedStack } from "./parseStackConfig.ts";
import { userDataFilesIn } from "./userDataFile.ts";
import { writtenValues } from "./writtenValues.ts";

/** A stack's configuration that passed every check which needs no call to AWS. */
export interface ReadStack extends ParsedStack {
  /** As far as configuration and environment tell it. @default - only the provider knows */
  readonly region?: string;
}

/**
 * Reads the configuration of the running stack. A configuration with errors ends the run with all of them, before any
 * resource is declared and before any call to AWS.
 */
export async function readStackConfig(projectFolder: string): Promise<ReadStack> {
  const raw = await rawConfig();
  const { value: stack, errors } = await parseStackConfig(raw, userDataFilesIn(projectFolder));
  const region = knownRegion(raw);
  // Names, sizes and counts do not depend on which account it is: every account id has twelve digits.
  const guess = region !== undefined && {
    account: "000000000000",
    region,
    partition: partitionOfRegion(region),
  };
  failOn([...errors, ...(guess ? await targetErrors(stack, guess, projectFolder) : [])]);
  return { ...stack, ...(region !== undefined && { region }) };
}

async function targetErrors(
  stack: ParsedStack,
  target: Target,
  projectFolder: string,
): Promise<ConfigError[]> {
  const { value, errors } = compileStack(stack, { ...target, ...running() });
  return [...errors, ...(await boundaryErrors(value, projectFolder, running(), stack.secret))];
}

/** The workloads as they are deployed to a target. */
export function compileWorkloads(stack: ReadStack, target: Target): CompiledWorkload[] {
  const { value, errors } = compileStack(stack, { ...target, ...running() });
  failOn(errors);
  return value;
}

function running() {
  return { project: pulumi.getProject(), stack: pulumi.getStack() };
}

/** A RunError shows its message alone, where other errors bring a stack trace that nobody can act on. */
function failOn(errors: readonly ConfigError[]): void {
  if (errors.length > 0) throw new pulumi.RunError(formatErrors(errors));
}

async function rawConfig(): Promise<RawConfig> {
  // The SDK gives objects in plain text and keeps to itself which of them are secret.
  const marked: unknown = JSON.parse(process.env["PULUMI_CONFIG_SECRET_KEYS"] ?? "[]");
  const secretKeys = Array.isArray(marked) ? marked.map(String) : [];
  return {
    values: withMaps(pulumi.runtime.allConfig()),
    secretKeys,
    ...(secretKeys.length > 0 && {
      written: await writtenValues(pulumi.getRootDirectory(), pulumi.getStack(), pulumi.getProject()),
    }),
  };
}

/** The places that the AWS provider looks at first, in its order. */
function knownRegion({ values }: RawConfig): string | undefined {
  const region = values["aws:region"] ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
  return typeof region === "string" && region !== "" ? region : undefined;
}
