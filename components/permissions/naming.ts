import { createHash } from "node:crypto";

/** The limit of an IAM role name, the tightest of the names made here (instance profile and policy: 128). */
const MAX_NAME_LENGTH = 64;

const HASH_LENGTH = 8;

/** What a name is made of. */
export interface NameParts {
  readonly project: string;
  readonly stack: string;
  readonly workload: string;
}

/**
 * The physical name of a workload's role, instance profile, policies and launch template.
 *
 * A name longer than 64 characters keeps the workload, the part people look for, and the start of the rest, and gets
 * a hash of the whole: cutting alone would give two long stack names the same roles.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function physicalName({ project, stack, workload }: NameParts): string {
  const full = `${project}-${stack}-${workload}`;
  if (full.length <= MAX_NAME_LENGTH) return full;
  const hash = createHash("sha256").update(full).digest("hex").slice(0, HASH_LENGTH);
  const end = `-${hash}-${workload}`;
  return `${full.slice(0, MAX_NAME_LENGTH - end.length)}${end}`;
}

/** `name`, `name-2`, `name-3`, …: one for each document of a workload. The first never changes when more are added. */
export function numberedName(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}

/** The IAM path of a stack's roles, profiles and policies: it lets one PassRole pattern name them all. */
export function iamPath({ project, stack }: Omit<NameParts, "workload">): string {
  return `/${project}/${stack}/`;
}

/** The logical name of the attachment of a workload's own policy. It depends on the position, never on an ARN. */
export function policyAttachmentName(workload: string, index: number): string {
  return `${workload}-policy-${index + 1}`;
}

/** The logical name of the attachment of a managed policy: its key is the policy's own name. */
export function managedPolicyAttachmentName(workload: string, policyName: string): string {
  return `${workload}-managed-${policyName}`;
}

/** The logical name of the association of a workload's profile with an instance that runs already. */
export function associationName(workload: string, instanceId: string): string {
  return `${workload}-${instanceId}`;
}
