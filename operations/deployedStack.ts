import { stackNames } from "../components/config/stackFiles.ts";
import type { CompiledWorkload } from "../components/config/compiledWorkload.ts";
import { formatErrors } from "../components/config/configError.ts";
import type { RawConfig } from "../components/config/rawConfig.ts";
import { callerOf, type Caller } from "../components/credentials/caller.ts";
import { parseArn, partitionOfRegion, type Target } from "../iam/arn.ts";
import { Failure } from "../commandLine/failure.ts";
import { pulumiJson } from "./pulumi.ts";
import { compileDeclared } from "./stackFile/compiledStack.ts";
import { knownStack } from "./stackFile/declaredStacks.ts";
import type { ConfigValue } from "./stackFile/givenConfig.ts";

/** What the program exports for one workload. */
export interface WorkloadOutputs {
  readonly roleName: string;
  readonly roleArn: string;
  readonly instanceProfileName: string;
  readonly instanceProfileArn: string;
  /** Of the policies that hold its `access` and `statements`. @default - none, or deployed before they were exported */
  readonly policyArns?: readonly string[];
  readonly launchTemplateId?: string;
  readonly launchTemplateName?: string;
  readonly launchTemplateLatestVersion?: number;
}

/** A stack as it was deployed last, and as its file declares it now. */
export interface DeployedStack {
  /** Without an organization. */
  readonly name: string;
  /** The IAM path of its roles, policies and profiles: `/PROJECT/STACK/`. */
  readonly path: string;
  readonly target: Target;
  /** As whom the stack calls AWS. */
  readonly caller: Caller;
  /** With what its secrets hold. */
  readonly config: RawConfig;
  readonly outputs: Readonly<Record<string, WorkloadOutputs>>;
  readonly declared: readonly CompiledWorkload[];
}

/** Pulumi's own reading of the stack file, which decrypts secrets and adds what environments say. */
export function rawConfigOf(config: Readonly<Record<string, ConfigValue>>): RawConfig {
  const entries = Object.entries(config);
  return {
    values: Object.fromEntries(entries.map(([key, { value, objectValue }]) => [key, objectValue ?? value])),
    secretKeys: entries.filter(([, { secret }]) => secret).map(([key]) => key),
  };
}

/** The configuration of a stack. Without `--show-secrets` among the arguments, secrets are named and have no value. */
export async function stackConfig(
  project: string,
  stack: string,
  ...args: readonly string[]
): Promise<RawConfig> {
  const config = await pulumiJson(project, stack, ["config", ...args]);
  return rawConfigOf(config as Readonly<Record<string, ConfigValue>>);
}

/** Where a stack is deployed: the account that its roles are in, and the region that the AWS provider takes. */
export function targetOf(
  outputs: Readonly<Record<string, WorkloadOutputs>>,
  config: RawConfig,
  environment: NodeJS.ProcessEnv,
): Target {
  const region = config.values["aws:region"] ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION;
  if (typeof region !== "string" || region === "")
    throw new Failure("no region: set aws:region in the stack file, or AWS_REGION");
  const account = parseArn(Object.values(outputs)[0]?.roleArn ?? "")?.account ?? "";
  return { account, region, partition: partitionOfRegion(region) };
}

/** The IAM path that a deployed stack has, from the ARN of one of its roles. */
export function pathOf(outputs: Readonly<Record<string, WorkloadOutputs>>): string {
  const resource = parseArn(Object.values(outputs)[0]?.roleArn ?? "")?.resource ?? "";
  return resource.slice(resource.indexOf("/"), resource.lastIndexOf("/") + 1);
}

/** As whom a stack calls AWS, by its configuration. Of one that is wrong no part is taken. */
export async function stackCaller({ values, secretKeys = [] }: RawConfig): Promise<Caller> {
  const showing = { secret: secretKeys.includes("aws:assumeRoles") };
  const { value, errors } = await callerOf((key) => values[key], showing);
  if (errors.length > 0) throw new Failure(formatErrors(errors));
  return value;
}

/** Reads a stack through the Pulumi CLI, with the user's login. */
export async function deployedStack(project: string, stack: string): Promise<DeployedStack> {
  const name = stack.split("/").pop() ?? stack;
  knownStack(stackNames(project), name);
  const [output, config] = await Promise.all([
    pulumiJson(project, stack, ["stack", "output"]),
    stackConfig(project, stack, "--show-secrets"),
  ]);
  const { workloads: outputs = {} } = output as { workloads?: DeployedStack["outputs"] };
  if (Object.keys(outputs).length === 0)
    throw new Failure(`stack "${stack}" is not deployed: run "pulumi up --stack ${stack}"`);
  const target = targetOf(outputs, config, process.env);
  const [caller, declared] = await Promise.all([
    stackCaller(config),
    compileDeclared(project, name, config, target),
  ]);
  return { name, path: pathOf(outputs), target, caller, config, outputs, declared };
}
