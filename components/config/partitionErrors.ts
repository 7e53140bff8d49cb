import { parseArn, type Target } from "../../iam/arn.ts";
import { shown, type ConfigError } from "./configError.ts";
import type { ParsedWorkload } from "./parseStackConfig.ts";

/** ARNs of another partition in a workload, wherever they stand: they can never match a resource of this one. */
export function workloadPartitionErrors(
  entry: ParsedWorkload,
  path: readonly PropertyKey[],
  target: Target,
  secret: boolean,
): ConfigError[] {
  const { access, statements, managedPolicies, permissionsBoundary } = entry;
  const kmsKey = entry.launch?.rootVolume?.kmsKey;
  return [
    ...partitionErrors({ access, statements, managedPolicies, permissionsBoundary }, path, target, secret),
    ...partitionErrors(kmsKey, [...path, "launch", "rootVolume", "kmsKey"], target, secret),
  ];
}

/** ARNs of another partition anywhere in a value. */
export function partitionErrors(
  value: unknown,
  path: readonly PropertyKey[],
  target: Target,
  secret: boolean,
): ConfigError[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, item]) =>
      partitionErrors(item, [...path, Array.isArray(value) ? Number(key) : key], target, secret),
    );
  }
  const partition = typeof value === "string" ? parseArn(value)?.partition : undefined;
  if (partition === undefined || /[*?]/.test(partition) || partition === target.partition) return [];
  const want = `an ARN of partition ${target.partition}, the one of region ${target.region}`;
  return [{ path, problem: `got ${secret ? "a secret value" : shown(value)}, want ${want}` }];
}
