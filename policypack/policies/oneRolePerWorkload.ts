import type { StackFinding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { StackResource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { StackIndex, stringsIn } from "../stack/stackIndex.ts";

const roleType = "aws:iam/role:Role";
const profileType = "aws:iam/instanceProfile:InstanceProfile";
const templateType = "aws:ec2/launchTemplate:LaunchTemplate";

const separate = {
  want: "a role of its own for each workload",
  fix: "make a role and an instance profile for each, with what that one needs",
};

/** Roles that sit in several instance profiles, or serve the launch templates of several workloads. */
function* findSharedRoles(stack: readonly StackResource[]): Generator<StackFinding> {
  const index = new StackIndex(stack);
  const profileOf = new Map<string, StackResource>();
  for (const profile of index.ofType(profileType)) {
    for (const role of rolesOf(profile, index)) {
      const first = profileOf.get(role.key);
      if (first === undefined) profileOf.set(role.key, profile);
      else {
        const got = `role ${role.name}, which instance profile ${first.name} carries already`;
        yield { urn: profile.urn, at: "role", got, ...separate };
      }
    }
  }
  const templateOf = new Map<string, StackResource>();
  for (const template of index.ofType(templateType)) {
    for (const profile of profilesOf(template, index)) {
      const first = templateOf.get(profile.key);
      if (first === undefined) templateOf.set(profile.key, template);
      else if (workloadOf(first) !== workloadOf(template)) {
        const got = `instance profile ${profile.name}, which launch template ${first.name} of another workload uses already`;
        yield { urn: template.urn, at: "iamInstanceProfile", got, ...separate };
      }
    }
  }
}

interface Shared {
  readonly key: string;
  readonly name: string;
}

function rolesOf(profile: StackResource, index: StackIndex): Shared[] {
  return referred(profile, "role", roleType, index);
}

function profilesOf(template: StackResource, index: StackIndex): Shared[] {
  return referred(template, "iamInstanceProfile", profileType, index);
}

/** What a property refers to: resources of the stack, or else the names and ARNs that it gives. */
function referred(holder: StackResource, property: string, type: string, index: StackIndex): Shared[] {
  const resources = index.referredTo(holder, property, type);
  if (resources.length > 0) return resources.map(({ urn, name }) => ({ key: urn, name }));
  return stringsIn(holder.inputs[property]).map((text) => {
    // An ARN and a name may mean the same profile.
    const name = text.slice(text.lastIndexOf("/") + 1);
    return { key: name, name };
  });
}

/** Templates below one component are the same workload's, such as two for a change from one to the other. */
function workloadOf({ parent, urn }: StackResource): string {
  return parent === undefined || parent.includes("::pulumi:pulumi:Stack::") ? urn : parent;
}

export const oneRolePerWorkload: PackPolicy = inEveryNotation({
  name: "one-role-per-workload",
  displayName: "One role for each workload",
  description:
    "A role belongs to one workload: it is in one instance profile and in the launch templates of one workload.",
  enforcementLevel: "mandatory",
  severity: "high",
  tags: ["iam", "least-privilege"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html",
  remediationSteps:
    "Make a role and an instance profile for each workload; a shared one has the rights of both.",
  checkStack: findSharedRoles,
});
