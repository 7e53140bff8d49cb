import type { Policies, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { Exceptions } from "../exceptions/exceptions.ts";
import { withOffer } from "../exceptions/exceptionText.ts";
import { type Finding, findingKey, findingMessage } from "../../iam/finding.ts";
import type { PackPolicy } from "./packPolicy.ts";
import type { Resource } from "./resource.ts";
import { withoutAccessKeys } from "../../secrets/accessKeys.ts";
import { type SharedInputs, sharedInputs } from "./sharedInputs.ts";
import { stackResources } from "./stackResources.ts";

/** What the checks of a pack share. */
export interface PackContext {
  readonly stackConfig: Readonly<Record<string, string>>;
  readonly exceptions: Exceptions;
}

/** Makes a policy of CrossGuard of each rule. This is the only place that talks to CrossGuard. */
export function crossGuardPolicies(policies: readonly PackPolicy[], context: PackContext): Policies {
  const inputsOf = sharedInputs();
  return policies.map((policy) => crossGuardPolicy(policy, context, inputsOf));
}

type CrossGuardPolicy = ResourceValidationPolicy | StackValidationPolicy;

function crossGuardPolicy(policy: PackPolicy, pack: PackContext, inputsOf: SharedInputs): CrossGuardPolicy {
  const { types, checkResource, checkStack, seesInputs, ...metadata } = policy;
  const shown = new Map<string, Resource>();
  const shownBefore = { [Symbol.iterator]: () => shown.values() };
  // A document that is judged where it is written is judged again with the role that it is attached to.
  const judged = new Set<string>();
  const ofResource: Partial<ResourceValidationPolicy> | undefined = (checkResource ?? seesInputs) && {
    validateResource: async (args, reportViolation) => {
      if (types && !types.includes(args.type)) return;
      const resource = { type: args.type, inputs: await inputsOf(args.urn, args.props) };
      const context = { ...pack, config: args.getConfig<object>(), shownBefore };
      if (checkStack) shown.set(args.urn, resource);
      if (!checkResource) return;
      for await (const finding of checkResource(resource, context)) {
        const printed = withoutKeys(finding);
        judged.add(idOf(args.urn, printed));
        const message = messageOf(policy, args.urn, printed, pack.exceptions);
        if (message !== undefined) reportViolation(message);
      }
    },
  };
  const ofStack: Partial<StackValidationPolicy> | undefined = checkStack && {
    validateStack: async (args, reportViolation) => {
      const stack = (await stackResources(args.resources, inputsOf)).map((resource) => ({
        ...resource,
        inputs: (seesInputs && shown.get(resource.urn)?.inputs) ?? resource.inputs,
      }));
      const context = { ...pack, config: args.getConfig<object>(), shownBefore };
      for await (const { urn, ...finding } of checkStack(stack, context)) {
        const printed = withoutKeys(finding);
        const id = idOf(urn, printed);
        if (judged.has(id)) continue;
        judged.add(id);
        const message = messageOf(policy, urn, printed, pack.exceptions);
        if (message !== undefined) reportViolation(message, urn);
      }
    },
  };
  return { ...metadata, ...ofResource, ...ofStack };
}

/** Whatever part of a resource a message repeats, a key in it is cut. */
function withoutKeys(finding: Finding): Finding {
  return { ...finding, at: withoutAccessKeys(finding.at), got: withoutAccessKeys(finding.got) };
}

function idOf(urn: string, finding: Finding): string {
  return `${urn} ${findingKey(finding)}`;
}

/**
 * The message of a finding, and behind it, of what refuses by default, the exception that would let it pass. None where there is one.
 */
function messageOf(
  { name, enforcementLevel }: PackPolicy,
  urn: string,
  finding: Finding,
  exceptions: Exceptions,
): string | undefined {
  const { excused, entry } = exceptions.judge(name, urn, finding);
  if (excused) return undefined;
  const message = findingMessage(withoutAccessKeys(urn.slice(urn.lastIndexOf("::") + 2)), finding);
  const ended =
    entry === undefined ? "" : `; the exception for it (${entry.reason}) ended on ${entry.expires}`;
  const isExcusable = enforcementLevel === "mandatory" && name !== "valid-exceptions";
  return isExcusable
    ? withOffer(`${message}${ended}`, exceptions.offered(name, urn, finding))
    : `${message}${ended}`;
}
