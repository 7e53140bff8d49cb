import { type Finding, findingKey } from "../../../iam/finding.ts";
import type { Statement } from "../../../iam/statement.ts";
import { withoutAccessKeys } from "../../../secrets/accessKeys.ts";
import type { Exceptions } from "../../../policypack/exceptions/exceptions.ts";
import type { StackResource } from "../../../policypack/crossguard/resource.ts";
import { policies } from "../../../policypack/policies/index.ts";
import { typeTokens } from "../declaredResources.ts";
import type { FindsIn } from "./culprits.ts";
import type { PackSettings } from "./packSettings.ts";

type Policy = (typeof policies)[number];

/** A finding of the policy pack in one resource. */
export interface JudgedFinding {
  readonly policy: Policy;
  readonly urn: string;
  readonly finding: Finding;
  /** Finds with the same policy in other statements. */
  readonly findsIn: FindsIn;
}

/** What the policy pack is told of a stack beside its resources. */
export interface PackInputs {
  readonly settings: PackSettings;
  /** By full keys, as texts. */
  readonly stackConfig: Readonly<Record<string, string>>;
  readonly exceptions: Exceptions;
}

/** What the policies of the pack that are not disabled find in a stack, as a preview would show it, in the order of the pack. */
export async function* judged(
  stack: readonly StackResource[],
  { settings, stackConfig, exceptions }: PackInputs,
): AsyncGenerator<JudgedFinding> {
  for (const policy of policies) {
    if (settings.levelOf(policy.name) === "disabled") continue;
    const config = settings.configOf(policy.name);
    const context = { config, stackConfig, exceptions, shownBefore: mayBeBoundaries(stack, config) };
    const findsIn: FindsIn = (statements) => found(policy, statements, { ...context, shownBefore: [] });
    const known = new Set<string>();
    const once = (urn: string, finding: Finding): JudgedFinding[] => {
      const printed = { ...finding, at: withoutAccessKeys(finding.at), got: withoutAccessKeys(finding.got) };
      const id = `${urn} ${findingKey(printed)}`;
      if (known.has(id)) return [];
      known.add(id);
      return [{ policy, urn, finding: printed, findsIn }];
    };
    if (policy.checkResource)
      for (const resource of stack)
        if (policy.types?.includes(resource.type) !== false)
          for await (const finding of policy.checkResource(resource, context))
            yield* once(resource.urn, finding);
    if (policy.checkStack)
      for await (const { urn, ...finding } of policy.checkStack(stack, context)) yield* once(urn, finding);
  }
}

/** The policies that may be permissions boundaries: those that deny something, and any where the settings name some. */
function mayBeBoundaries(stack: readonly StackResource[], config: object): readonly StackResource[] {
  return stack.filter(
    ({ type, inputs: { policy } }) =>
      type === typeTokens.policy &&
      ("boundaries" in config || (typeof policy === "string" && policy.includes('"Deny"'))),
  );
}

/** What a policy finds in a document of its own with these statements. */
async function found(
  { checkResource, types }: Policy,
  statements: readonly Statement[],
  context: Parameters<NonNullable<Policy["checkResource"]>>[1],
): Promise<string[]> {
  if (checkResource === undefined || types?.includes(typeTokens.policy) === false) return [];
  const policy = { Version: "2012-10-17", Statement: statements };
  const gots: string[] = [];
  for await (const { got } of checkResource({ type: typeTokens.policy, inputs: { policy } }, context))
    gots.push(got);
  return gots;
}
