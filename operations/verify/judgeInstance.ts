import type { Finding } from "./finding.ts";
import type { ObservedIdentity, ObservedInstance } from "./observation.ts";

/** An instance in words. */
export interface InstanceVerdict {
  readonly id: string;
  /** Whether the instance itself said who it is, and nothing of it is other than declared. */
  readonly proved: boolean;
  readonly identity: string;
  readonly metadata: string;
}

/** How to judge what cannot be seen. */
export interface JudgeOptions {
  /** Whether an instance that nobody could ask passes. */
  readonly allowUnmanaged: boolean;
}

interface Wanted {
  readonly identity: string;
  /** @default - none is declared, because the workload launches no instances */
  readonly hopLimit: number | undefined;
}

/**
 * The identity that EC2 gives an instance: the role, and the instance id as the session name.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
 */
export function expectedIdentity(roleArn: string, instanceId: string): string {
  return roleArn.replace(/:iam::(\d+):role\/(?:.*\/)?([^/]+)$/, `:sts::$1:assumed-role/$2/${instanceId}`);
}

const nobodyAsked = { stopped: "does not run, so it was not asked", unmanaged: "not managed by SSM" };

const methods = {
  instance: "says the instance itself (SSM)",
  assumption: "assumed by us, not by the instance",
};

function describeIdentity(identity: ObservedIdentity): string {
  if (identity.by === "nobody") return nobodyAsked[identity.why];
  if (identity.by === "failure") return `asked, but ${identity.why}`;
  return `${identity.arn.split(":").pop() ?? identity.arn}: ${methods[identity.by]}`;
}

function* judgeIdentity(
  id: string,
  identity: ObservedIdentity,
  wanted: Wanted,
  options: JudgeOptions,
): Iterable<Finding> {
  const at = `instance ${id} identity`;
  const want = wanted.identity;
  if (identity.by === "failure")
    yield { at, got: identity.why, want, fix: 'run "aws sts get-caller-identity" on the instance' };
  if (identity.by === "nobody" && identity.why === "unmanaged" && !options.allowUnmanaged)
    yield {
      at,
      got: nobodyAsked.unmanaged,
      want,
      fix: "let SSM manage it (AmazonSSMManagedInstanceCore), or pass --allow-unmanaged",
    };
  if ("arn" in identity && identity.arn !== want)
    yield {
      at,
      got: identity.arn,
      want,
      fix: "look for other credentials on the instance; after a change of profile restart what uses them",
    };
}

function* judgeMetadata({ id, metadata }: ObservedInstance, { hopLimit }: Wanted): Iterable<Finding> {
  const change = `aws ec2 modify-instance-metadata-options --instance-id ${id}`;
  const at = `instance ${id} metadata`;
  const want = `IMDSv2 required${hopLimit === undefined ? "" : ` and hop limit ${hopLimit}`}`;
  if (!metadata) {
    yield { at, got: "nothing", want, fix: "ask again" };
    return;
  }
  if (metadata.tokens !== "required")
    yield {
      at,
      got: `tokens ${metadata.tokens}`,
      want: "tokens required",
      fix: `run "${change} --http-tokens required"`,
    };
  if (hopLimit !== undefined && metadata.hopLimit !== hopLimit)
    yield {
      at,
      got: `hop limit ${metadata.hopLimit}`,
      want: `hop limit ${hopLimit}`,
      fix: `run "${change} --http-put-response-hop-limit ${hopLimit}"`,
    };
}

/** Compares one instance with what its workload declares. */
export function judgeInstance(
  instance: ObservedInstance,
  wanted: Wanted,
  options: JudgeOptions,
): { readonly verdict: InstanceVerdict; readonly findings: readonly Finding[] } {
  const { id, identity, metadata } = instance;
  const findings = [...judgeIdentity(id, identity, wanted, options), ...judgeMetadata(instance, wanted)];
  const verdict = {
    id,
    proved: findings.length === 0 && identity.by === "instance",
    identity: describeIdentity(identity),
    metadata: metadata
      ? `IMDSv2 ${metadata.tokens}, hop limit ${metadata.hopLimit}`
      : "metadata options: not shown",
  };
  return { verdict, findings };
}
