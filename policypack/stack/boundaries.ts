import { topProperty } from "../../iam/document/propertyPath.ts";
import type { ReadDocument } from "../../iam/document/readDocument.ts";
import type { Finding, StackFinding } from "../../iam/finding.ts";
import type { CheckContext } from "../crossguard/packPolicy.ts";
import type { Resource, StackResource } from "../crossguard/resource.ts";
import { readDocuments } from "./documents.ts";
import { attachedPolicies, type Grant } from "./identityGrants.ts";
import { stringsIn } from "./stackIndex.ts";

/**
 * A managed policy that is only a permissions boundary grants nothing, though it may say `*` on `*`. One is meant as a
 * boundary where a setting or the stack's configuration names it, and may be where it denies something; such a document is
 * judged when it is attached to somebody, and with the stack, which shows what it is used for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */

/** Settings of the rules that judge what a document grants. */
export interface BoundarySettings {
  /** Names or ARNs of managed policies that are permissions boundaries. @default - those that the stack shows as such */
  readonly boundaries: readonly string[];
}

/** The part of a rule's configuration schema for these settings. */
export const boundarySettings = {
  boundaries: {
    type: "array" as const,
    items: { type: "string" as const },
    default: [],
    description:
      "Names or ARNs of managed policies that are permissions boundaries: they grant nothing, unless they are attached too.",
  },
};

/** The key by which a stack of this project sets a boundary for all its workloads. */
export const boundaryKey = "instance-profiles:permissionsBoundary";

type Context = CheckContext<BoundarySettings>;
type Judge = (document: ReadDocument) => Iterable<Finding>;

/** What a rule finds in the documents of a resource, and in a boundary that it attaches. */
export function* documentFindings(resource: Resource, context: Context, judge: Judge): Generator<Finding> {
  if (!mayBeBoundary(resource, context)) yield* findingsIn(resource, judge);
  for (const { at, value } of [...attachedPolicies(resource), ...attachedByName(resource)]) {
    for (const policy of context.shownBefore) {
      // Nearly all that was shown before is no policy, which its type tells.
      if (!mayBeBoundary(policy, context) || !isNamedBy(value, policy)) continue;
      for (const { got, want, fix } of findingsIn(policy, judge))
        yield { at, got: `a policy with ${got}`, want, fix };
    }
  }
}

/** What a rule finds in those policies of a stack that may be boundaries, but are attached or nobody's boundary. */
export function* boundaryFindings(
  stack: readonly StackResource[],
  context: Context,
  judge: Judge,
): Generator<StackFinding> {
  const uses = stack.flatMap((holder) => [
    ...[...attachedPolicies(holder), ...attachedByName(holder)].map(({ at, value }) => ({
      holder,
      at,
      value,
      grants: true,
    })),
    ...boundaryOf(holder),
  ]);
  for (const policy of stack.filter((resource) => mayBeBoundary(resource, context))) {
    const using = uses.filter(
      ({ holder, at, value }) =>
        (holder.dependencies[topProperty(at)] ?? []).includes(policy.urn) || isNamedBy(value, policy),
    );
    const isOnlyBoundary = using.length > 0 || isNamed(policy, context);
    if (isOnlyBoundary && !using.some(({ grants }) => grants)) continue;
    for (const finding of findingsIn(policy, judge)) yield { urn: policy.urn, ...finding };
  }
}

/**
 * A permission set names a policy that each of its accounts has, and not its ARN, whose end stands here for it.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/howtocmp.html
 */
function attachedByName({ type, inputs }: Resource): Grant[] {
  const at = "customerManagedPolicyReference";
  if (type !== "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment") return [];
  const { name = "", path = "/" } = (inputs[at] ?? {}) as { name?: unknown; path?: unknown };
  return [{ at, value: `:policy${String(path)}${String(name)}` }];
}

function boundaryOf(holder: StackResource) {
  const value = holder.inputs.permissionsBoundary;
  return value === undefined ? [] : [{ holder, at: "permissionsBoundary", value, grants: false }];
}

function* findingsIn(resource: Resource, judge: Judge): Generator<Finding> {
  for (const { document } of readDocuments(resource)) yield* judge(document);
}

function mayBeBoundary(resource: Resource, context: Context): boolean {
  if (resource.type !== "aws:iam/policy:Policy" && !isUnattachedNative(resource)) return false;
  // Without a name nobody could tell whether it is attached before it is.
  return typeof nameOf(resource) === "string" && (isNamed(resource, context) || deniesSomething(resource));
}

/** A managed policy of Cloud Control says itself to whom it is attached. */
function isUnattachedNative({ type, inputs }: Resource): boolean {
  const holders = [inputs.roles, inputs.users, inputs.groups];
  return (
    type === "aws-native:iam:ManagedPolicy" &&
    holders.every((list) => list === undefined || (Array.isArray(list) && list.length === 0))
  );
}

function deniesSomething(resource: Resource): boolean {
  return readDocuments(resource).some(({ document }) =>
    document.statements.some(({ effect }) => effect === "Deny"),
  );
}

function isNamed(policy: Resource, { config, stackConfig }: Context): boolean {
  const names = [...(config.boundaries ?? []), stackConfig[boundaryKey]];
  return names.some((name) => name !== undefined && (name === nameOf(policy) || isNamedBy(name, policy)));
}

function nameOf({ inputs }: Resource): unknown {
  return inputs.name ?? inputs.managedPolicyName;
}

/** Whether a value holds the ARN of a policy: by the ARN's end, which is known before the policy exists. */
export function isNamedBy(value: unknown, policy: Resource): boolean {
  const name = nameOf(policy);
  const { path = "/", arn } = policy.inputs;
  return stringsIn(value).some(
    (text) =>
      text === arn ||
      (typeof name === "string" && typeof path === "string" && text.endsWith(`:policy${path}${name}`)),
  );
}
