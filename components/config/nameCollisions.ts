import { policyNameOf } from "../permissions/managedPolicies.ts";
import { managedPolicyAttachmentName, numberedName, policyAttachmentName } from "../permissions/naming.ts";
import type { CompiledWorkload } from "./compiledWorkload.ts";
import type { ConfigError } from "./configError.ts";

/**
 * Names that would be made twice. The second policy of `orders` is `orders-2`, which is also the first of a workload
 * named `orders-2`. IAM names are unique in an account whatever their case and their path.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function nameCollisions(workloads: readonly CompiledWorkload[]): ConfigError[] {
  const owners = new Map<string, string>();
  return workloads.flatMap((workload) =>
    namesOf(workload).flatMap(({ kind, name }) => {
      const key = `${kind} ${name.toLowerCase()}`;
      const owner = owners.get(key);
      owners.set(key, owner ?? workload.name);
      if (owner === undefined) return [];
      const rival = owner === workload.name ? "another one here" : `workloads.${owner}`;
      const problem = `would make ${kind} "${name}", the same as ${rival}; rename one`;
      return [{ path: ["workloads", workload.name], problem }];
    }),
  );
}

function namesOf({ name, physicalName, policyDocuments, managedPolicyArns }: CompiledWorkload) {
  return [
    { kind: "a role named", name: physicalName },
    ...policyDocuments.map((_, index) => ({
      kind: "a policy named",
      name: numberedName(physicalName, index),
    })),
    ...policyDocuments.map((_, index) => ({
      kind: "an attachment named",
      name: policyAttachmentName(name, index),
    })),
    ...[...new Set(managedPolicyArns)].map((arn) => ({
      kind: "an attachment named",
      name: managedPolicyAttachmentName(name, policyNameOf(arn)),
    })),
  ];
}
