import type { WorkloadOutputs } from "../deployedStack.ts";
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
  /** The id of the profile as it is now. @default - there is no such profile */
  readonly profileId: string | undefined;
  /** The launch template that it has to come from. @default - it may come from anywhere */
  readonly template?: Pick<WorkloadOutputs, "launchTemplateId" | "launchTemplateLatestVersion">;
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

/** A profile that was deleted and made anew has another id, and an instance keeps the one that it was given. */
function* judgeProfile(
  { id, profileId: got }: ObservedInstance,
  { profileId: want }: Wanted,
): Iterable<Finding> {
  if (got === undefined || want === undefined || got === want) return;
  const at = `instance ${id} profile`;
  const fix = "replace its association by one with the profile, or launch it anew";
  yield { at, got: `a former profile of that name, ${got}`, want, fix };
}

/** What was started by other means has other user data, another image, other security groups, another volume. */
function* judgeOrigin(
  { id, template: got }: ObservedInstance,
  { template: want }: Wanted,
): Iterable<Finding> {
  if (want?.launchTemplateId === undefined) return;
  const { launchTemplateId, launchTemplateLatestVersion: last = Infinity } = want;
  const isOwn = got?.id === launchTemplateId;
  if (isOwn && got.version <= last) return;
  yield {
    at: `instance ${id} launch`,
    got:
      got === undefined
        ? "started from no launch template"
        : isOwn
          ? `started from version ${got.version}, which no update made`
          : `started from launch template ${got.id}`,
    want: `started from launch template ${launchTemplateId}`,
    fix: "launch it anew from the template, or name it in attachTo",
  };
}

/** Compares one instance with what its workload declares. */
export function judgeInstance(
  instance: ObservedInstance,
  wanted: Wanted,
  options: JudgeOptions,
): { readonly verdict: InstanceVerdict; readonly findings: readonly Finding[] } {
  const { id, identity, metadata } = instance;
  const findings = [
    ...judgeIdentity(id, identity, wanted, options),
    ...judgeMetadata(instance, wanted),
    ...judgeProfile(instance, wanted),
    ...judgeOrigin(instance, wanted),
  ];
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
