import { withoutOffer } from "../../policypack/exceptions/exceptionText.ts";
import {
  type PolicyResource,
  type ReportViolation,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  type StackValidationArgs,
  type StackValidationPolicy,
  unknownCheckingProxy,
} from "@pulumi/policy";
import { crossGuardPolicies, type PackContext } from "../../policypack/crossguard/adapter.ts";
import { noExceptions } from "../../policypack/exceptions/exceptions.ts";
import type { PackPolicy } from "../../policypack/crossguard/packPolicy.ts";

/** The value that the engine sends for a text that is unknown at preview. */
export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** The same for a list. */
export const unknownList = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";
/** The same for a map. */
export const unknownMap = "dd056dcd-154b-4c76-9bd3-c8f88648b5ff";

// The declaration of this export is missing from the typings of @pulumi/policy, the export itself is not.
const proxied = unknownCheckingProxy as (inputs: Record<string, unknown>) => Record<string, unknown>;

/** Inputs as CrossGuard hands them to a policy: reading an unknown value throws. */
export function asSeenByPolicy(inputs: Record<string, unknown>): Record<string, unknown> {
  return proxied(inputs);
}

const opts = {
  protect: false,
  ignoreChanges: [],
  aliases: [],
  customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
  additionalSecretOutputs: [],
};

const common = (config: object) => ({
  stackTags: new Map(),
  getConfig: (() => config) as ResourceValidationArgs["getConfig"],
  notApplicable: (reason?: string) => {
    throw new Error(reason);
  },
});

/** Settings of one run of a policy. */
export interface PolicyRun extends Partial<PackContext> {
  /** The configuration of the policy. */
  readonly config?: object;
  /** Whether the policy judges the stack of that resource alone after the resource, as in one update. */
  readonly thenStack?: boolean;
}

function crossGuardPolicy(policy: PackPolicy, { stackConfig = {}, exceptions = noExceptions() }: PolicyRun) {
  const [made] = crossGuardPolicies([policy], { stackConfig, exceptions });
  return made as Partial<ResourceValidationPolicy & StackValidationPolicy>;
}

const subjectOf = (run: PolicyRun, type: string, props: Record<string, unknown>): ResourceValidationArgs => ({
  ...common(run.config ?? {}),
  type,
  props,
  urn: `urn:pulumi:test::test::${type}::subject`,
  name: "subject",
  opts,
  isType: () => false,
  asType: () => undefined,
});

/** The messages of a policy for one resource called `subject`, whose inputs it sees as CrossGuard hands them out. */
export async function violations(
  policy: PackPolicy,
  type: string,
  props: Record<string, unknown>,
  run: PolicyRun = {},
): Promise<string[]> {
  const { validateResource, validateStack } = crossGuardPolicy(policy, run);
  if (typeof validateResource !== "function") throw new Error(`${policy.name} judges no single resource`);
  const messages: string[] = [];
  const args = subjectOf(run, type, asSeenByPolicy(props));
  const report: ReportViolation = (message) => messages.push(withoutOffer(message));
  await validateResource(args, report);
  if (run.thenStack === true) {
    const resource = { ...args, dependencies: [], propertyDependencies: {} };
    await validateStack?.({ ...common(run.config ?? {}), resources: [resource] }, report);
  }
  return messages;
}

/** A resource of a stack under test. Other resources are named by `type::name`, as URNs end. */
export interface TestResource {
  readonly type: string;
  readonly name: string;
  readonly props?: Record<string, unknown>;
  readonly parent?: string;
  /** What each property is made of: `{ role: ["aws:iam/role:Role::api"] }`. */
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
}

const urnOf = (typeAndName: string): string => `urn:pulumi:test::test::${typeAndName}`;

/** The messages of a policy for the resources of an update, which shows one after the other before it is made. */
export async function updateViolations(
  policy: PackPolicy,
  resources: readonly TestResource[],
  run: PolicyRun = {},
): Promise<string[]> {
  const { validateResource } = crossGuardPolicy(policy, run);
  if (typeof validateResource !== "function") throw new Error(`${policy.name} judges no single resource`);
  const messages: string[] = [];
  for (const { type, name, props = {} } of resources) {
    const args = { ...subjectOf(run, type, asSeenByPolicy(props)), urn: urnOf(`${type}::${name}`), name };
    await validateResource(args, (message) => messages.push(withoutOffer(message)));
  }
  return messages;
}

/** The messages of a policy for a whole stack. */
export async function stackViolations(
  policy: PackPolicy,
  resources: readonly TestResource[],
  run: PolicyRun = {},
): Promise<string[]> {
  const { validateResource, validateStack } = crossGuardPolicy(policy, run);
  if (validateStack === undefined) throw new Error(`${policy.name} judges no stack`);
  const stack = new Map<string, PolicyResource>();
  for (const { type, name, props = {} } of resources) {
    const urn = urnOf(`${type}::${name}`);
    stack.set(urn, {
      type,
      name,
      urn,
      props: asSeenByPolicy(props),
      opts,
      dependencies: [],
      propertyDependencies: {},
      isType: () => false,
      asType: () => undefined,
    });
  }
  const at = (typeAndName: string): PolicyResource => {
    const found = stack.get(urnOf(typeAndName));
    if (found === undefined) throw new Error(`no resource ${typeAndName} in the test`);
    return found;
  };
  for (const { type, name, parent, dependencies = {} } of resources) {
    const resource = at(`${type}::${name}`);
    if (parent !== undefined) resource.parent = at(parent);
    for (const [property, on] of Object.entries(dependencies)) {
      resource.propertyDependencies[property] = on.map(at);
    }
  }
  // The engine shows every resource by itself first. What is said of each there is the matter of `violations`.
  if (policy.seesInputs && typeof validateResource === "function")
    for (const { type, name, urn, props } of stack.values())
      await validateResource({ ...subjectOf(run, type, props), urn, name }, () => undefined);
  const messages: string[] = [];
  const report: ReportViolation = (message) => messages.push(withoutOffer(message));
  const args: StackValidationArgs = { ...common(run.config ?? {}), resources: [...stack.values()] };
  await validateStack(args, report);
  return messages;
}
