import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { UNKNOWN } from "../../iam/document/unknownValue.ts";
import type { StackResource } from "../../policypack/crossguard/resource.ts";
import { declaredResources, type StackNames, typeTokens } from "./declaredResources.ts";

/**
 * The resources that hold the rights of a workload, under the URNs that they have when they are deployed. Policies have no name here:
 * the rules leave one with a name and a Deny to the stack as a whole, since it may be nothing but a boundary.
 */
export function rightsResources(stack: StackNames, workload: CompiledWorkload): StackResource[] {
  return declaredResources(stack, workload).flatMap((resource) => {
    const { policy, policyArn } = resource.inputs;
    if (resource.type === typeTokens.policy) return { ...resource, inputs: { policy } };
    return resource.type === typeTokens.attachment && policyArn !== UNKNOWN ? resource : [];
  });
}
