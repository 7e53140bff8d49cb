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

/** An instance that carries the profile of a workload. */
export interface ObservedInstance {
  readonly id: string;
  /** @default - AWS said nothing of it */
  readonly metadata?: ObservedMetadata;
  readonly identity: ObservedIdentity;
}

/** A role as IAM holds it. */
export interface ObservedRole {
  /** The trust policy as JSON. */
  readonly trust: string;
  /** ARNs of the attached policies. */
  readonly attached: readonly string[];
  /** Names of the inline policies. */
  readonly inline: readonly string[];
  /** The ARN of the permissions boundary. @default - none */
  readonly boundary?: string;
}

/** The simulator's answer, and what it has to be. */
export interface ObservedAnswer extends Answer {
  readonly expected: Verdict;
}

/** What AWS shows of one workload. */
export interface ObservedWorkload {
  /** Names of the roles that the profile holds. @default - there is no such profile */
  readonly profileRoles?: readonly string[];
  /** @default - there is no such launch template */
  readonly defaultTemplateVersion?: number;
  readonly instances: readonly ObservedInstance[];
  readonly answers: readonly ObservedAnswer[];
}
