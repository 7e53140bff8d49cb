import type { Clients } from "../clients.ts";
import type { DeployedStack, WorkloadOutputs } from "../deployedStack.ts";
import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { answersFor, managedStatements } from "./answers.ts";
import { identities, type CarryingInstance } from "./identities.ts";
import { instancesOf, type FoundInstance } from "./instances.ts";
import type { ObservedIdentity, ObservedInstance, ObservedPolicy, ObservedStack } from "./observation.ts";
import { instanceProfiles } from "./profiles.ts";
import { launchTemplates } from "./templates.ts";

/** A workload that is both declared and deployed. */
interface Pair {
  readonly workload: CompiledWorkload;
  readonly own: WorkloadOutputs;
}

/**
 * Everything that AWS shows of the workloads of a stack that are both declared and deployed, and of what is beside them.
 *
 * @param policies the policies of the account, as soon as they are there
 */
export async function observe(
  clients: Clients,
  { outputs, declared, target, path }: DeployedStack,
  policies: Promise<ReadonlyMap<string, ObservedPolicy>>,
  embedded: boolean,
  report: (detail: string) => void,
): Promise<ObservedStack> {
  const { iam, ec2 } = clients;
  const pairs = declared.flatMap((workload): Pair[] => {
    const own = outputs[workload.name];
    return own ? [{ workload, own }] : [];
  });
  const carried = new Map(pairs.map(({ own }) => [own.instanceProfileArn, own.roleArn]));
  const answered = async () => {
    const managed = await managedStatements(
      iam,
      pairs.map(({ workload }) => workload),
      policies,
    );
    let done = 0;
    return Promise.all(
      pairs.map(async ({ workload, own }) => {
        const answers = await answersFor(iam, own, workload, managed, target);
        report(`rights of ${++done} of ${pairs.length} roles`);
        return answers;
      }),
    );
  };
  const running = async () => {
    const templateIds = pairs.flatMap(({ own }) => own.launchTemplateId ?? []);
    const found = await instancesOf(ec2, path, templateIds);
    const carrying = found.filter(carriesOneOf(carried));
    const who = await identities(clients, carrying, carried, target.region, embedded, report);
    return { found, carrying: carrying.map((instance) => ({ instance, seen: observed(instance, who) })) };
  };
  const [profiles, templates, answers, instances] = await Promise.all([
    instanceProfiles(iam, path, new Set(carried.keys())),
    launchTemplates(
      ec2,
      pairs.map(({ own }) => own),
    ),
    answered(),
    running(),
  ]);
  return {
    workloads: pairs.map(({ own }, index) => {
      const profile = profiles.get(own.instanceProfileArn);
      const template = templates.get(own.launchTemplateId ?? "");
      return {
        ...(profile && { profile }),
        ...(template && { template }),
        instances: instances.carrying
          .filter(({ instance }) => instance.profileArn === own.instanceProfileArn)
          .map(({ seen }) => seen),
        answers: answers[index] ?? [],
      };
    }),
    profileArns: [...profiles.keys()],
    strays: instances.found
      .filter((instance) => !carriesOneOf(carried)(instance))
      .map(({ id, profileArn, template }) => ({
        id,
        ...(profileArn !== undefined && { profileArn }),
        ...(template !== undefined && { template }),
      })),
  };
}

const carriesOneOf =
  (profiles: ReadonlyMap<string, unknown>) =>
  (instance: FoundInstance): instance is CarryingInstance =>
    instance.profileArn !== undefined && profiles.has(instance.profileArn);

function observed(
  { id, metadata, profileId, template }: FoundInstance,
  who: ReadonlyMap<string, ObservedIdentity>,
): ObservedInstance {
  return {
    id,
    ...(metadata && { metadata }),
    ...(profileId !== undefined && { profileId }),
    ...(template !== undefined && { template }),
    identity: who.get(id) ?? { by: "nobody", why: "stopped" },
  };
}
