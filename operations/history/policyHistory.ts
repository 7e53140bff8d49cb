import { type Change, diffDocuments } from "../../iam/diff/index.ts";
import { numberOf, type PolicyVersion } from "./policyVersions.ts";
import type { StackUpdate } from "./stackUpdates.ts";
import { updateOf } from "./updateOf.ts";

/**
 * The most versions that AWS keeps of a managed policy.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
 */
export const mostVersions = 5;

/** A version, what made it, and how it differs from the next older one that AWS still has. */
export interface DatedVersion {
  readonly id: string;
  readonly createdAt: number;
  readonly inForce: boolean;
  /** @default - no update of the stack was running then */
  readonly madeBy?: StackUpdate;
  /** The version that the changes start from. @default - there is none, and the changes are all that it allows */
  readonly since?: string;
  readonly changes: readonly Change[];
}

/** What is known of one policy. */
export interface PolicyHistory {
  readonly policy: string;
  readonly arn: string;
  /** The newest first. */
  readonly versions: readonly DatedVersion[];
  /** Versions that there were and that nobody has any more. */
  readonly gone: readonly string[];
}

/** The history of a policy from its versions, the newest first, and the updates of its stack. */
export async function policyHistory(
  { policy, arn }: Pick<PolicyHistory, "policy" | "arn">,
  versions: readonly PolicyVersion[],
  updates: readonly StackUpdate[],
): Promise<PolicyHistory> {
  const dated = versions.map(async ({ id, createdAt, inForce, document }, index): Promise<DatedVersion> => {
    const older = versions[index + 1];
    const { changes } = await diffDocuments(older?.document ?? [], document);
    const madeBy = updateOf(createdAt, updates);
    return {
      id,
      createdAt,
      inForce,
      ...(madeBy && { madeBy }),
      ...(older && { since: older.id }),
      changes,
    };
  });
  return { policy, arn, versions: await Promise.all(dated), gone: goneFrom(versions) };
}

/** IAM numbers versions one after the other and never anew. */
function goneFrom(versions: readonly PolicyVersion[]): string[] {
  const left = new Set(versions.map(({ id }) => id));
  const newest = Math.max(0, ...versions.map(({ id }) => numberOf(id)));
  return Array.from({ length: newest }, (_, index) => `v${index + 1}`).filter((id) => !left.has(id));
}
