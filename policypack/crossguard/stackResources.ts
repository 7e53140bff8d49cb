import type { PolicyResource } from "@pulumi/policy";
import type { StackResource } from "./resource.ts";
import type { SharedInputs } from "./sharedInputs.ts";

/** The resources of a stack as plain data, by URN: the engine gives them in another order each time. */
export async function stackResources(
  resources: readonly PolicyResource[],
  inputsOf: SharedInputs,
): Promise<StackResource[]> {
  const stack = await Promise.all(
    resources.map(async ({ type, urn, name, props, parent, propertyDependencies }) => ({
      type,
      urn,
      name,
      inputs: await inputsOf(urn, props),
      ...(parent && { parent: parent.urn }),
      dependencies: Object.fromEntries(
        Object.entries(propertyDependencies).map(([property, on]) => [property, on.map(({ urn }) => urn)]),
      ),
    })),
  );
  return stack.sort((one, other) => (one.urn < other.urn ? -1 : 1));
}
