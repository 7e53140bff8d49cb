import type { Target } from "../../iam/arn.ts";
import type { AttachToEntry } from "./attachToSchema.ts";
import { formatPath, type ConfigError } from "./configError.ts";

/** An instance that runs already and has to carry the profile of a workload. */
export interface CompiledAttachment {
  readonly instanceId: string;
  readonly region: string;
  readonly replaceExisting: boolean;
}

export function compileAttachTo(entries: AttachToEntry, { region }: Target): CompiledAttachment[] {
  return entries.map((entry) => {
    const { instance, replaceExisting = false } = typeof entry === "string" ? { instance: entry } : entry;
    return { instanceId: instance, region, replaceExisting };
  });
}

interface Attaching {
  readonly name: string;
  readonly associations?: readonly CompiledAttachment[];
}

/**
 * Instances that are named twice in a stack.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateIamInstanceProfile.html
 */
export function repeatedAttachments(workloads: readonly Attaching[]): ConfigError[] {
  const owners = new Map<string, string>();
  return workloads.flatMap(({ name, associations = [] }) =>
    associations.flatMap(({ instanceId }, index) => {
      const path = ["workloads", name, "attachTo", index];
      const owner = owners.get(instanceId);
      owners.set(instanceId, owner ?? formatPath(path));
      if (owner === undefined) return [];
      return [
        { path, problem: `the same instance as ${owner}, and an instance carries one profile; remove one` },
      ];
    }),
  );
}
