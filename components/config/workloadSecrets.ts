import type { ParsedStack, ParsedWorkload } from "./parseStackConfig.ts";

/**
 * What of a workload was made of secrets. Names are not among it: what names a resource in Pulumi or in AWS, as the
 * name of a workload or of a managed policy does, stands in its URN.
 */
export interface WorkloadSecrets {
  /** Keys of tags whose values are secret. */
  readonly tagKeys: readonly string[];
  /** Whether the description of the role is secret. */
  readonly description: boolean;
  /** Whether the policy documents hold a secret. */
  readonly policies: boolean;
  readonly permissionsBoundary: boolean;
}

/** What of a workload stays secret; undefined where nothing does. */
export function workloadSecrets(
  name: string,
  entry: ParsedWorkload,
  stack: ParsedStack,
): WorkloadSecrets | undefined {
  const isSecret = (...path: readonly string[]) => stack.isSecret("workloads", name, ...path);
  const own = entry.tags ?? {};
  const secrets = {
    tagKeys: [
      ...(stack.isSecret("environment") ? ["Environment"] : []),
      ...(isSecret("description") ? ["Description"] : []),
      ...Object.keys(stack.tags).filter((key) => !(key in own) && stack.isSecret("tags", key)),
      ...Object.keys(own).filter((key) => isSecret("tags", key)),
    ],
    description: isSecret("description"),
    policies: isSecret("access") || isSecret("statements"),
    permissionsBoundary:
      entry.permissionsBoundary === undefined
        ? stack.isSecret("permissionsBoundary")
        : isSecret("permissionsBoundary"),
  };
  const any = secrets.tagKeys.length > 0 || secrets.policies || secrets.permissionsBoundary;
  return any ? secrets : undefined;
}
