import { isEc2, type TrustedPrincipal, trustedPrincipals } from "../../iam/document/trustedPrincipals.ts";
import type { Finding, StackFinding } from "../../iam/finding.ts";
import type { PackPolicy } from "../crossguard/packPolicy.ts";
import type { Resource, StackResource } from "../crossguard/resource.ts";
import { inEveryNotation } from "../notations/inEveryNotation.ts";
import { StackIndex } from "../stack/stackIndex.ts";
import { trustPaths, trustPolicy } from "../stack/trustPolicies.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";

/** Each type of instance profile, where it names its role, and the type of that. */
const profileTypes = [
  ["aws:iam/instanceProfile:InstanceProfile", "role", "aws:iam/role:Role"],
  ["aws-native:iam:InstanceProfile", "roles", "aws-native:iam:Role"],
] as const;

/** Who besides EC2 may take the role of an instance. A role that EC2 cannot take is no role of an instance. */
function* findOtherPrincipals(resource: Resource): Generator<Finding> {
  const trust = trustPolicy(resource);
  const principals = trust === undefined ? [] : trustedPrincipals(trust.document);
  const forEveryone = principals.filter(isEveryone);
  for (const principal of forEveryone) yield otherPrincipal(principal);
  if (!principals.some(isEc2)) return;
  for (const principal of principals) {
    if (isEc2(principal) || isEveryone(principal) || principal.conditional) continue;
    yield otherPrincipal(principal);
  }
}

function isEveryone({ kind }: TrustedPrincipal): boolean {
  return kind === "*" || kind === "NotPrincipal";
}

function otherPrincipal({ at, kind, value }: TrustedPrincipal): Finding {
  return {
    at,
    got: kind === "NotPrincipal" ? "NotPrincipal, which is everyone but some" : JSON.stringify(value),
    want: "only the service ec2.amazonaws.com",
    fix:
      kind === "*" || kind === "NotPrincipal"
        ? "name EC2 instead"
        : "make another role for it, or limit it with a Condition",
  };
}

/** The roles in instance profiles that EC2 cannot assume. */
function* findProfilesWithoutTrust(stack: readonly StackResource[]): Generator<StackFinding> {
  const index = new StackIndex(stack);
  const inProfiles = new Set(
    profileTypes.flatMap(([type, property, roleType]) =>
      index.ofType(type).flatMap((profile) => index.referredTo(profile, property, roleType)),
    ),
  );
  for (const role of inProfiles) {
    const trust = trustPolicy(role);
    if (trust === undefined || trust.value === UNKNOWN) continue;
    const principals = trustedPrincipals(trust.document);
    if (principals.some((principal) => isEc2(principal) || isEveryone(principal))) continue;
    yield {
      urn: role.urn,
      at: trust.at,
      got: "no trust in EC2 for a role of an instance profile",
      want: "the service ec2.amazonaws.com",
      fix: "let ec2.amazonaws.com call sts:AssumeRole, or take the role out of the profile",
    };
  }
}

export const requireEc2OnlyTrust: PackPolicy = inEveryNotation({
  name: "require-ec2-only-trust",
  displayName: "Instance roles trust EC2 alone",
  description: "The role of an instance may be assumed by EC2 alone; anyone else only under a Condition.",
  enforcementLevel: "mandatory",
  severity: "high",
  tags: ["iam", "trust"],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html",
  remediationSteps:
    'Trust only { Service: "ec2.amazonaws.com" }; give other principals a role of their own, or a Condition.',
  types: Object.keys(trustPaths),
  checkResource: findOtherPrincipals,
  checkStack: findProfilesWithoutTrust,
});
