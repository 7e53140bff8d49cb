import { paginateDescribeLaunchTemplates, type EC2Client } from "@aws-sdk/client-ec2";
import { paginateListInstanceProfiles, type IAMClient } from "@aws-sdk/client-iam";
import type { Target } from "../../iam/arn.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import type { Clients } from "../clients.ts";
import { expectedAllowed, undeclared, type ManagedStatements } from "../probes/expectations.ts";
import { readManagedPolicies } from "../probes/managedPolicies.ts";
import { simulate } from "../probes/simulate.ts";
import { chunks } from "./chunks.ts";
import type { DeployedStack, WorkloadOutputs } from "../deployedStack.ts";
import { identities } from "./identities.ts";
import { instancesByProfile } from "./instances.ts";
import type { ObservedAnswer, ObservedWorkload } from "./observation.ts";

/** The roles of every profile below a path, by the ARN of the profile: one listing instead of a request for each. */
async function profileRoles(iam: IAMClient, paths: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const PathPrefix of new Set(paths))
    for await (const { InstanceProfiles = [] } of paginateListInstanceProfiles(
      { client: iam },
      { PathPrefix },
    ))
      for (const { Arn = "", Roles = [] } of InstanceProfiles)
        found.set(
          Arn,
          Roles.map(({ RoleName = "" }) => RoleName),
        );
  return found;
}

/** Default versions by template id. A filter leaves out a template that is gone, where its id would fail the request. */
async function defaultVersions(ec2: EC2Client, names: readonly string[]): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const Values of chunks(names)) {
    const Filters = [{ Name: "launch-template-name", Values }];
    for await (const { LaunchTemplates = [] } of paginateDescribeLaunchTemplates(
      { client: ec2 },
      { Filters },
    ))
      for (const { LaunchTemplateId = "", DefaultVersionNumber } of LaunchTemplates)
        if (DefaultVersionNumber !== undefined) found.set(LaunchTemplateId, DefaultVersionNumber);
  }
  return found;
}

async function answersFor(
  iam: IAMClient,
  { roleArn }: WorkloadOutputs,
  workload: CompiledWorkload,
  policies: ManagedStatements,
  target: Target,
): Promise<ObservedAnswer[]> {
  const managed = Object.fromEntries(workload.managedPolicyArns.map((arn) => [arn, policies[arn] ?? []]));
  const allowed = await expectedAllowed(workload, managed, target);
  const denied = undeclared(workload, managed);
  // Both kinds at once: what they ask of the same resource is one request.
  const answers = await simulate(iam, roleArn, [...allowed, ...denied]);
  return answers.map((answer) => ({
    ...answer,
    expected: answer.because === "never declared" ? "denied" : "allowed",
  }));
}

/** Everything that AWS shows of the workloads of a stack that are both declared and deployed. */
export async function observe(
  clients: Clients,
  { outputs, declared, target }: DeployedStack,
  embedded: boolean,
  report: (detail: string) => void,
): Promise<ObservedWorkload[]> {
  const { iam, ec2 } = clients;
  const pairs = declared.flatMap((workload) => {
    const own = outputs[workload.name];
    return own ? [{ workload, own }] : [];
  });
  const carried = pairs.map(({ own }) => own.instanceProfileArn);
  const simulated = async () => {
    const arns = new Set(pairs.flatMap(({ workload }) => workload.managedPolicyArns));
    const policies = await readManagedPolicies(iam, [...arns]);
    let done = 0;
    return Promise.all(
      pairs.map(async ({ workload, own }) => {
        const answers = await answersFor(iam, own, workload, policies, target);
        report(`rights of ${++done} of ${pairs.length} roles`);
        return answers;
      }),
    );
  };
  const seen = async () => {
    const instances = await instancesByProfile(ec2, carried);
    const roles = new Map(pairs.map(({ own }) => [own.instanceProfileArn, own.roleArn]));
    return {
      instances,
      identities: await identities(clients, instances, roles, target.region, embedded, report),
    };
  };
  const names = pairs.flatMap(({ own }) => own.launchTemplateName ?? []);
  const [profiles, versions, answers, running] = await Promise.all([
    profileRoles(
      iam,
      pairs.map(({ workload }) => workload.path),
    ),
    defaultVersions(ec2, names),
    simulated(),
    seen(),
  ]);
  return pairs.map(({ own }, index) => {
    const profile = profiles.get(own.instanceProfileArn);
    const version = versions.get(own.launchTemplateId ?? "");
    return {
      ...(profile && { profileRoles: profile }),
      ...(version !== undefined && { defaultTemplateVersion: version }),
      instances: running.instances
        .filter(({ profileArn }) => profileArn === own.instanceProfileArn)
        .map(({ id, metadata }) => ({
          id,
          ...(metadata && { metadata }),
          identity: running.identities.get(id) ?? { by: "nobody", why: "stopped" },
        })),
      answers: answers[index] ?? [],
    };
  });
}
