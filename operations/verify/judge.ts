import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import type { WorkloadOutputs } from "../deployedStack.ts";
import type { Finding } from "./finding.ts";
import { expectedIdentity, judgeInstance, type InstanceVerdict, type JudgeOptions } from "./judgeInstance.ts";
import { judgeTags } from "./judgeTags.ts";
import { judgeTemplate } from "./judgeTemplate.ts";
import type { ObservedAnswer, ObservedProfile, ObservedWorkload } from "./observation.ts";
import type { WantedTags } from "./tags.ts";

/** How many rights were asked for, and how many of the answers are as declared. */
export interface Rights {
  readonly asked: number;
  readonly asDeclared: number;
}

export interface WorkloadVerdict {
  readonly name: string;
  readonly roleArn: string;
  readonly instanceProfileArn: string;
  /** @default null - no launch template is declared */
  readonly launchTemplateVersion: number | null;
  readonly instances: readonly InstanceVerdict[];
  readonly allowed: Rights;
  readonly denied: Rights;
  readonly findings: readonly Finding[];
}

/** A profile holds one role at most, and an instance gets the credentials of that one. */
function* judgeProfile(
  { roleName }: WorkloadOutputs,
  profile: ObservedProfile | undefined,
  tags: WantedTags,
): Iterable<Finding> {
  const at = "instance profile";
  const want = `exactly the role ${roleName}`;
  if (!profile) {
    yield { at, got: "no such profile", want, fix: 'run "pulumi up --refresh"' };
    return;
  }
  const { roles } = profile;
  if (roles.length !== 1 || roles[0] !== roleName) {
    const got =
      roles.length === 0 ? "no role" : `the ${roles.length === 1 ? "role" : "roles"} ${roles.join(" and ")}`;
    yield { at, got, want, fix: 'find out who changed it, then run "pulumi refresh" and "pulumi up"' };
  }
  if (profile.tags) yield* judgeTags(at, profile.tags, tags);
}

/** The instances that attachTo names have to be among those that carry the profile. */
function* judgeAttachments(
  { associations = [] }: Pick<CompiledWorkload, "associations">,
  { instanceProfileName }: WorkloadOutputs,
  carrying: ObservedWorkload["instances"],
): Iterable<Finding> {
  for (const { instanceId } of associations) {
    if (carrying.some(({ id }) => id === instanceId)) continue;
    yield {
      at: `instance ${instanceId}`,
      got: "another profile, or none",
      want: `the profile ${instanceProfileName} (attachTo)`,
      fix: 'run "pulumi refresh" and "pulumi up"',
    };
  }
}

function* judgeAnswers(answers: readonly ObservedAnswer[]): Iterable<Finding> {
  for (const { because, action, resource, expected, verdict } of answers) {
    if (verdict === expected) continue;
    yield {
      at: `${action} on ${resource}`,
      got: verdict,
      want: `${expected} (${because})`,
      fix:
        expected === "allowed"
          ? "compare the policies of the role with the stack file, and its permissions boundary"
          : "detach the policy that allows it",
    };
  }
}

function rightsOf(answers: readonly ObservedAnswer[], expected: ObservedAnswer["expected"]): Rights {
  const asked = answers.filter((answer) => answer.expected === expected);
  return { asked: asked.length, asDeclared: asked.filter(({ verdict }) => verdict === expected).length };
}

/** Compares what AWS shows of a workload with what was declared and deployed. */
export function judge(
  declared: Pick<CompiledWorkload, "name" | "launch" | "associations">,
  outputs: WorkloadOutputs,
  observed: ObservedWorkload,
  tags: WantedTags,
  options: JudgeOptions,
): WorkloadVerdict {
  const attached = new Set(declared.associations?.map(({ instanceId }) => instanceId));
  const instances = observed.instances.map((instance) =>
    judgeInstance(
      instance,
      {
        identity: expectedIdentity(outputs.roleArn, instance.id),
        hopLimit: declared.launch?.httpPutResponseHopLimit,
        profileId: observed.profile?.id,
        ...(declared.launch && !attached.has(instance.id) && { template: outputs }),
      },
      options,
    ),
  );
  return {
    name: declared.name,
    roleArn: outputs.roleArn,
    instanceProfileArn: outputs.instanceProfileArn,
    launchTemplateVersion: observed.template?.defaultVersion ?? null,
    instances: instances.map(({ verdict }) => verdict),
    allowed: rightsOf(observed.answers, "allowed"),
    denied: rightsOf(observed.answers, "denied"),
    findings: [
      ...judgeProfile(outputs, observed.profile, tags),
      ...judgeTemplate(outputs, observed.template, tags),
      ...judgeAttachments(declared, outputs, observed.instances),
      ...instances.flatMap(({ findings }) => findings),
      ...judgeAnswers(observed.answers),
    ],
  };
}
