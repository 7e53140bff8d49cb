import type { Policy } from "@pulumi/policy";
import type { Exceptions } from "../exceptions/exceptions.ts";
import type { Finding, StackFinding } from "../../iam/finding.ts";
import type { Resource, StackResource } from "./resource.ts";

/**
 * What CrossGuard shows about a policy. The level is the default; the configuration of the pack may change it. A framework
 * stands where a control of one wants just that.
 */
type PolicyMetadata = Required<
  Pick<
    Policy,
    | "name"
    | "displayName"
    | "description"
    | "enforcementLevel"
    | "severity"
    | "tags"
    | "url"
    | "remediationSteps"
  >
> &
  Pick<Policy, "configSchema" | "framework">;

/** What a check may ask for besides the resources. */
export interface CheckContext<Config extends object> {
  /** Only what was set: a missing property stands for its default. */
  readonly config: Partial<Config>;
  /** The configuration of the stack, by full key: `{ "aws:region": "eu-central-1" }`. */
  readonly stackConfig: Readonly<Record<string, string>>;
  readonly exceptions: Exceptions;
  /** The resources that this policy was shown before, where it checks the stack too. */
  readonly shownBefore: Iterable<Resource>;
}

/** What a check finds, at once or as it goes. */
export type Findings<Found> = Iterable<Found> | AsyncIterable<Found>;

/**
 * One rule. A check yields what is wrong as it finds it and knows nothing of CrossGuard. What one resource decides is
 * checked with the resource, before it is made; only what takes several is checked with the stack.
 */
export interface PackPolicy<Config extends object = object> extends PolicyMetadata {
  /** The resource types that the check of a resource is for. @default - every type, also those of the future */
  readonly types?: readonly string[];
  readonly checkResource?: (resource: Resource, context: CheckContext<Config>) => Findings<Finding>;
  readonly checkStack?: (
    stack: readonly StackResource[],
    context: CheckContext<Config>,
  ) => Findings<StackFinding>;
  /**
   * Whether the check of the stack sees the inputs as the program gave them. A stack holds outputs otherwise, among which
   * a preview does not know what the provider will answer. @default false
   */
  readonly seesInputs?: true;
}
