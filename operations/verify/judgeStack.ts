import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { policyNameOf } from "../../components/permissions/managedPolicies.ts";
import type { DeployedStack, WorkloadOutputs } from "../deployedStack.ts";
import type { AccountDetails } from "./accountDetails.ts";
import type { Finding } from "./finding.ts";
import { ownPolicies } from "./judgeRole.ts";
import type { ObservedStack, StrayInstance } from "./observation.ts";

/** Workloads that stand in the stack file or in the last deployment alone. */
export function unmatched(declared: readonly string[], deployed: readonly string[]): Finding[] {
  const fix = 'run "pulumi up"';
  return [
    ...declared
      .filter((name) => !deployed.includes(name))
      .map((name) => ({ at: `workload ${name}`, got: "declared only", want: "it deployed", fix })),
    ...deployed
      .filter((name) => !declared.includes(name))
      .map((name) => ({ at: `workload ${name}`, got: "deployed only", want: "it declared or gone", fix })),
  ];
}

/**
 * What lies below the stack's path and is of no workload, be it declared or deployed. The stack's PassRole patterns and its
 * deploy role name whatever is there.
 */
export function strangers(
  { path, declared, outputs }: Pick<DeployedStack, "path" | "declared" | "outputs">,
  { roles, policies }: AccountDetails,
  { profileArns }: Pick<ObservedStack, "profileArns">,
): Finding[] {
  const own = Object.values(outputs);
  const known = new Set([
    ...own.flatMap(knownArns),
    ...declared.flatMap((workload) => policiesOf(workload, outputs[workload.name])),
  ]);
  const roleNames = new Set(declared.map(({ physicalName }) => physicalName));
  const found = [
    ...[...roles]
      // A declared role on another path is found by its workload.
      .filter(([name, { arn }]) => !roleNames.has(name) && arn.includes(`:role${path}`))
      .map(([, { arn }]) => ["role", arn] as const),
    ...[...policies.keys()]
      .filter((arn) => arn.includes(`:policy${path}`))
      .map((arn) => ["policy", arn] as const),
    ...profileArns.map((arn) => ["instance profile", arn] as const),
  ];
  return found
    .filter(([, arn]) => !known.has(arn))
    .map(([kind, arn]) => ({
      at: `${kind} ${arn}`,
      got: `there, below ${path}`,
      want: "only what the stack makes",
      fix: `find out who made ${policyNameOf(arn)}, then delete it or give it a path of its own`,
    }));
}

const knownArns = ({ roleArn, instanceProfileArn, policyArns = [] }: WorkloadOutputs) => [
  roleArn,
  instanceProfileArn,
  ...policyArns,
];

const policiesOf = (workload: CompiledWorkload, own: WorkloadOutputs | undefined) =>
  own ? [...ownPolicies(workload, own.roleArn).keys()] : [];

/**
 * Instances that a look at the declared profiles misses: one that runs on a profile of the stack that is not declared any
 * more, as after a workload was renamed, and one of the stack's launch templates whose profile was taken or changed.
 */
export function judgeStrays(
  strays: readonly StrayInstance[],
  { path, declared, outputs }: Pick<DeployedStack, "path" | "declared" | "outputs">,
  profileArns: readonly string[],
): Finding[] {
  const workloads = declared.flatMap(({ name }) => outputs[name] ?? []);
  return strays.flatMap(({ id, profileArn, template }): Finding[] => {
    const at = `instance ${id}`;
    if (profileArn?.includes(`:instance-profile${path}`)) {
      const got = `the profile ${profileArn}, which ${profileArns.includes(profileArn) ? "is not declared" : "does not exist any more"}`;
      const fix = "launch it anew, or replace its association by one with a profile that is declared";
      return [{ at, got, want: "a profile of a declared workload", fix }];
    }
    const origin = workloads.find(({ launchTemplateId }) => launchTemplateId === template?.id);
    if (origin === undefined) return [];
    const got = profileArn === undefined ? "no profile" : `the profile ${profileArn}`;
    const want = `the profile ${origin.instanceProfileName}, as its launch template has it`;
    const fix = "find out who changed it, then associate the profile again";
    return [{ at, got, want, fix }];
  });
}
