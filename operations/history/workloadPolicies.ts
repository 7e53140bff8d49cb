import { didYouMean } from "../../iam/nearest.ts";
import type { RawConfig } from "../../components/config/rawConfig.ts";
import type { Caller } from "../../components/credentials/caller.ts";
import { parseArn, type Target } from "../../iam/arn.ts";
import { Failure } from "../../commandLine/failure.ts";
import { stackCaller, stackConfig, targetOf, type WorkloadOutputs } from "../deployedStack.ts";
import { pulumiJson } from "../pulumi.ts";

/** Where the own policies of a workload are. */
export interface WorkloadPolicies {
  readonly stack: string;
  readonly workload: string;
  readonly target: Target;
  /** As whom the stack calls AWS. */
  readonly caller: Caller;
  readonly arns: readonly string[];
}

type Outputs = Readonly<Record<string, WorkloadOutputs>>;

/**
 * The customer managed policies of a workload, from the outputs of its stack. The stack file is not compiled: in an
 * emergency it may be the very thing that is wrong.
 */
export async function workloadPolicies(
  project: string,
  stack: string,
  workload: string,
): Promise<WorkloadPolicies> {
  const { workloads = {} } = (await pulumiJson(project, stack, ["stack", "output"])) as {
    workloads?: Outputs;
  };
  const arns = policyArnsOf(workloads, stack, workload);
  const config = await neededConfig(project, stack);
  const target = targetOf(workloads, config, process.env);
  return { stack, workload, target, caller: await stackCaller(config), arns };
}

/** Secrets are read only where the settings of AWS are among them: whoever is in a hurry may have no key to them. */
async function neededConfig(project: string, stack: string): Promise<RawConfig> {
  const config = await stackConfig(project, stack);
  const isSecret = config.secretKeys?.some((key) => key.startsWith("aws:"));
  return isSecret ? stackConfig(project, stack, "--show-secrets") : config;
}

/** The policies of one workload among a stack's outputs. */
export function policyArnsOf(outputs: Outputs, stack: string, workload: string): readonly string[] {
  const names = Object.keys(outputs);
  if (names.length === 0)
    throw new Failure(`stack "${stack}" is not deployed: run "pulumi up --stack ${stack}"`);
  const found = outputs[workload];
  if (!Object.hasOwn(outputs, workload) || found === undefined)
    throw new Failure(
      `no workload "${workload}" in stack "${stack}"${didYouMean(workload, names)}; workloads are ${names.join(", ")}`,
    );
  const { policyArns = [] } = found;
  if (policyArns.length === 0)
    throw new Failure(`"${workload}" has no policy of its own: all its rights come from managedPolicies`);
  return policyArns;
}

/** The name at the end of a policy's ARN. */
export function policyName(arn: string): string {
  return parseArn(arn)?.resource.split("/").pop() ?? arn;
}
