import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { type Exceptions, noExceptions } from "../../policypack/exceptions/exceptions.ts";
import { type Change, diffDocuments } from "../../iam/diff/index.ts";
import type { DeclaredStack } from "../stackFile/declaredStacks.ts";
import { type Pair, pairsOf } from "./renames.ts";
import { withOpaqueSecrets, withPlainNames } from "./secretRights.ts";
import { newRisks, type Risk } from "./risks.ts";
import type { CodeChange } from "./codeChanges.ts";
import type { SettingChange } from "./settingChange.ts";
import { settingChanges, type Surroundings } from "./settingChanges.ts";
import type { StackChange } from "./stackChanges.ts";

/** What a change makes of the rights of one workload. */
export interface WorkloadDiff {
  readonly stack: string;
  readonly workload: string;
  readonly kind: "added" | "changed" | "renamed" | "removed";
  /** The name before, where it was renamed: a new role, and instances keep the old one until they are replaced. */
  readonly was?: string;
  /** Of its own policies, what gives more first and of that the riskiest. */
  readonly changes: readonly Change[];
  readonly settings: readonly SettingChange[];
  /** What the policy pack finds in its rights now and did not find before; what it refuses comes first. */
  readonly risks: readonly Risk[];
}

/** The result for all stacks, as `--format json` prints it. */
export interface RevisionDiff {
  readonly base: string;
  readonly head: string;
  readonly stacks: readonly string[];
  /** By stack, then in the order of the stack file; what is gone comes last. */
  readonly workloads: readonly WorkloadDiff[];
  /** What is about all roles of a stack. @default - nothing */
  readonly settings?: readonly StackChange[];
  /** What changed beside the stack files and may change every role. @default - nothing */
  readonly code?: readonly CodeChange[];
  /** What could not be read, and what follows. */
  readonly notes: readonly string[];
}

/** What a change makes of the rights in one stack. The exceptions are those of the policy pack, none if left out. */
export async function stackDiff(
  before: DeclaredStack,
  after: DeclaredStack,
  exceptions = noExceptions(),
): Promise<WorkloadDiff[]> {
  const pairs = pairsOf(before.workloads, after.workloads).filter(differ);
  const around = surroundings(before, after);
  const workloads: WorkloadDiff[] = [];
  // Side by side they would be no quicker, and all in memory at once.
  for (const pair of pairs) workloads.push(...(await workloadDiff(after, pair, around, exceptions)));
  return workloads;
}

/** What a new workload is measured by: the boundary that the stack names, or that most workloads have. */
function surroundings(before: DeclaredStack, after: DeclaredStack): Surroundings {
  const named = after.defaults?.permissionsBoundary ?? before.defaults?.permissionsBoundary;
  const counts = new Map<string, number>();
  for (const { permissionsBoundary: one } of before.workloads.length > 0 ? before.workloads : after.workloads)
    if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  const boundary = named ?? most?.[0];
  return { tags: after.defaults?.tags ?? {}, ...(boundary !== undefined && { boundary }) };
}

/** Most workloads of most changes are as they were, and comparing texts is the quickest way to know. */
function differ({ before, after }: Pair): boolean {
  return JSON.stringify(rights(before)) !== JSON.stringify(rights(after));
}

function rights(workload: CompiledWorkload | undefined) {
  if (workload === undefined) return undefined;
  const { name, statements, managedPolicyArns, permissionsBoundary, maxSessionSeconds } = workload;
  const { httpPutResponseHopLimit, imageId, userData, securityGroupIds } = workload.launch ?? {};
  return {
    name,
    statements,
    managedPolicyArns,
    permissionsBoundary,
    maxSessionSeconds,
    launch: { httpPutResponseHopLimit, imageId, userData, securityGroupIds },
    on: workload.associations,
    tags: workload.tags,
  };
}

async function workloadDiff(
  stack: DeclaredStack,
  { before, after }: Pair,
  around: Surroundings,
  exceptions: Exceptions,
): Promise<WorkloadDiff[]> {
  const [from, to] = [
    withOpaqueSecrets(before?.statements ?? []),
    withOpaqueSecrets(after?.statements ?? []),
  ];
  const changes = withPlainNames((await diffDocuments(from, to)).changes);
  const settings = settingChanges(before, after, around);
  const isRenamed = before !== undefined && after !== undefined && before.name !== after.name;
  // The same rights in other words are no change.
  if (before && after && !isRenamed && changes.length === 0 && settings.length === 0) return [];
  return [
    {
      stack: stack.name,
      workload: (after ?? before)?.name ?? "",
      kind:
        before === undefined ? "added" : after === undefined ? "removed" : isRenamed ? "renamed" : "changed",
      ...(isRenamed && { was: before.name }),
      changes,
      settings,
      risks: await newRisks(stack, before, after, exceptions),
    },
  ];
}
