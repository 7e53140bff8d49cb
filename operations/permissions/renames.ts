import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";

/** Workloads of one stack before and after, side by side. */
export interface Pair {
  readonly before?: CompiledWorkload;
  readonly after?: CompiledWorkload;
}

/** How much of their rights two workloads have to share, so that one is taken for the other under a new name. */
const alike = 0.5;

/** The same name is the same workload; of the others, one that was removed and one that was added belong together if they are alike. */
export function pairsOf(before: readonly CompiledWorkload[], after: readonly CompiledWorkload[]): Pair[] {
  const old = new Map(before.map((workload) => [workload.name, workload]));
  const names = new Set(after.map(({ name }) => name));
  const removed = before.filter(({ name }) => !names.has(name));
  const added = after.filter(({ name }) => !old.has(name));
  const renamed = renames(removed, added);
  const taken = new Set(renamed.map((pair) => pair.before));
  return [
    ...after.map((workload): Pair => {
      const same = old.get(workload.name) ?? renamed.find((pair) => pair.after === workload)?.before;
      return { ...(same && { before: same }), after: workload };
    }),
    ...removed.filter((workload) => !taken.has(workload)).map((workload) => ({ before: workload })),
  ];
}

/** The most alike first, and each workload once. */
function renames(removed: readonly CompiledWorkload[], added: readonly CompiledWorkload[]): Required<Pair>[] {
  const candidates = removed
    .flatMap((before) => added.map((after) => ({ before, after, share: sharedRights(before, after) })))
    .filter(({ share }) => share >= alike)
    .sort((one, other) => other.share - one.share);
  const chosen: Required<Pair>[] = [];
  for (const { before, after } of candidates)
    if (!chosen.some((pair) => pair.before === before || pair.after === after))
      chosen.push({ before, after });
  return chosen;
}

/** From 0 to 1: what two workloads both may do, of all that either may do. */
function sharedRights(one: CompiledWorkload, other: CompiledWorkload): number {
  const [mine, theirs] = [rightKeys(one), rightKeys(other)];
  const all = new Set([...mine, ...theirs]);
  return all.size === 0 ? 0 : [...mine].filter((right) => theirs.has(right)).length / all.size;
}

function rightKeys({ statements, managedPolicyArns }: CompiledWorkload): Set<string> {
  return new Set([
    ...managedPolicyArns,
    ...statements.flatMap(({ Effect, Action, Resource, Condition }) =>
      Action.flatMap((action) =>
        Resource.map((resource) => JSON.stringify([Effect, action, resource, Condition])),
      ),
    ),
  ]);
}
