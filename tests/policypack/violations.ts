import {
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  unknownCheckingProxy,
} from "@pulumi/policy";

/** The value that the engine sends for a text that is unknown at preview. */
export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** The same for a list. */
export const unknownList = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";

// The declaration of this export is missing from the typings of @pulumi/policy, the export itself is not.
const proxied = unknownCheckingProxy as (inputs: Record<string, unknown>) => Record<string, unknown>;

/** Inputs as CrossGuard hands them to a policy: reading an unknown value throws. */
export function asSeenByPolicy(inputs: Record<string, unknown>): Record<string, unknown> {
  return proxied(inputs);
}

/** The messages of a policy for one resource, whose inputs it sees as CrossGuard hands them out. */
export async function violations(
  policy: ResourceValidationPolicy,
  type: string,
  props: Record<string, unknown>,
  config: object = {},
): Promise<string[]> {
  const messages: string[] = [];
  const validation = policy.validateResource;
  if (typeof validation !== "function") throw new Error(`${policy.name} has no single validation`);
  await validation(
    {
      type,
      props: asSeenByPolicy(props),
      urn: `urn:pulumi:test::test::${type}::subject`,
      name: "subject",
      opts: {
        protect: false,
        ignoreChanges: [],
        aliases: [],
        customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
        additionalSecretOutputs: [],
      },
      stackTags: new Map(),
      isType: () => false,
      asType: () => undefined,
      getConfig: (() => config) as ResourceValidationArgs["getConfig"],
      notApplicable: (reason) => {
        throw new Error(reason);
      },
    },
    (message) => messages.push(message),
  );
  return messages;
}
