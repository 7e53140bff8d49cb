import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { policyNameOf } from "../../components/permissions/managedPolicies.ts";
import { managedPolicyAttachmentName, numberedName } from "../../components/permissions/naming.ts";
import type { Resource } from "../../policypack/crossguard/resource.ts";
import type { DeclaredStack } from "../stackFile/declaredStacks.ts";

/** A resource that holds rights of a workload, as the policy pack sees it. */
export interface RightsResource extends Resource {
  readonly urn: string;
}

const policy = "aws:iam/policy:Policy";
const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

/**
 * The resources that hold the rights of a workload, under the URNs that they have when they are deployed.
 *
 * @see https://www.pulumi.com/docs/iac/concepts/resources/names/#urns
 */
export function rightsResources(
  { name: stack, project }: Pick<DeclaredStack, "name" | "project">,
  { name, policyDocuments, managedPolicyArns }: CompiledWorkload,
): RightsResource[] {
  const role = "instance-profiles:components:Workload$instance-profiles:components:InstanceRole";
  const urn = (type: string, own: string) => `urn:pulumi:${stack}::${project}::${role}$${type}::${own}`;
  return [
    ...policyDocuments.map((document, index) => ({
      type: policy,
      urn: urn(policy, numberedName(name, index)),
      inputs: { policy: document },
    })),
    ...managedPolicyArns.map((policyArn) => ({
      type: attachment,
      urn: urn(attachment, managedPolicyAttachmentName(name, policyNameOf(policyArn))),
      inputs: { policyArn },
    })),
  ];
}
