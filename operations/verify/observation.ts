import type { Answer, Verdict } from "../probes/simulate.ts";

/** Who an instance is, and who says so. */
export type ObservedIdentity =
  /** The instance itself, by a command that Systems Manager ran on it. */
  | { readonly by: "instance"; readonly arn: string }
  /** We, with its role and its id as the session name: it shows that the role can be taken, not what the instance has. */
  | { readonly by: "assumption"; readonly arn: string }
  /** Nobody. */
  | { readonly by: "nobody"; readonly why: "stopped" | "unmanaged" }
  /** The instance was asked and gave no answer. */
  | { readonly by: "failure"; readonly why: string };

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataOptionsResponse.html */
export interface ObservedMetadata {
  readonly tokens: string;
  readonly hopLimit: number;
}

/** The launch template that an instance was started from. */
export interface ObservedOrigin {
  readonly id: string;
  readonly version: number;
}

/** An instance that carries the profile of a workload. */
export interface ObservedInstance {
  readonly id: string;
  /** @default - AWS said nothing of it */
  readonly metadata?: ObservedMetadata;
  readonly identity: ObservedIdentity;
  /** The id of the profile that it was given. @default - AWS said nothing of it */
  readonly profileId?: string;
  /** The launch template that it was started from. @default - none */
  readonly template?: ObservedOrigin;
}

/** An instance that has to do with the stack and carries no profile of it that is declared. */
export interface StrayInstance {
  readonly id: string;
  /** @default - none */
  readonly profileArn?: string;
  /** The launch template that it was started from. @default - none */
  readonly template?: ObservedOrigin;
}

/** A role as IAM holds it. */
export interface ObservedRole {
  readonly arn: string;
  /** The trust policy as JSON. */
  readonly trust: string;
  /** ARNs of the attached policies. */
  readonly attached: readonly string[];
  /** Names of the inline policies. */
  readonly inline: readonly string[];
  /** The ARN of the permissions boundary. @default - none */
  readonly boundary?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** ARNs of the instance profiles that hold it. */
  readonly profiles: readonly string[];
  /** @default - the role is not below the stack's path */
  readonly maxSessionSeconds?: number;
  /** @default - none */
  readonly description?: string;
}

/** A customer managed policy. */
export interface ObservedPolicy {
  /** The version in force, as JSON. */
  readonly document: string;
  /** Such as `v1`. */
  readonly inForce: string;
  readonly versions: readonly ObservedPolicyVersion[];
  /** ARNs of the roles, users and groups that it is attached to; only of policies below the stack's path. */
  readonly heldBy: readonly string[];
}

export interface ObservedPolicyVersion {
  readonly id: string;
  /** Milliseconds since 1970, in whole seconds. @default - AWS said nothing of it */
  readonly createdAt?: number;
}

export interface ObservedProfile {
  readonly id: string;
  /** Names of the roles that it holds. */
  readonly roles: readonly string[];
  /** @default - not asked for */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface ObservedTemplate {
  readonly id: string;
  readonly defaultVersion: number;
  readonly tags: Readonly<Record<string, string>>;
  /** The versions after the one that was deployed. */
  readonly newer: readonly ObservedTemplateVersion[];
}

/** What a version of a launch template says of what the program always sets. */
export interface ObservedTemplateVersion {
  readonly number: number;
  /** @default - EC2's own, which IMDSv1 is a part of */
  readonly tokens?: string;
  /** @default - EC2's own */
  readonly hopLimit?: number;
  /** The name or the ARN. @default - none */
  readonly profile?: string;
}

/** The simulator's answer, and what it has to be. */
export interface ObservedAnswer extends Answer {
  readonly expected: Verdict;
}

/** What AWS shows of one workload. */
export interface ObservedWorkload {
  /** @default - there is no such profile */
  readonly profile?: ObservedProfile;
  /** @default - there is no such launch template */
  readonly template?: ObservedTemplate;
  readonly instances: readonly ObservedInstance[];
  readonly answers: readonly ObservedAnswer[];
}

/** What AWS shows of a stack. */
export interface ObservedStack {
  /** Of those that are both declared and deployed, in the order of the stack file. */
  readonly workloads: readonly ObservedWorkload[];
  /** ARNs of all profiles below the stack's path. */
  readonly profileArns: readonly string[];
  readonly strays: readonly StrayInstance[];
}
