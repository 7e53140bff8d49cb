import { isDeepStrictEqual } from "node:util";
import { stacksAmong } from "../../components/config/stackFiles.ts";
import type { Exceptions } from "../../policypack/exceptions/exceptions.ts";
import { Failure } from "../../commandLine/failure.ts";
import { type DeclaredStack, declaredIn, knownStack, stackSource } from "../stackFile/declaredStacks.ts";
import { type RevisionDiff, stackDiff } from "./diff.ts";
import { projectAt } from "../stackFile/project.ts";
import type { Revision } from "../stackFile/revision.ts";

/**
 * What changed between two revisions. What is wrong with the later one ends it; of the earlier one it is only noted.
 *
 * @param exceptions Those of the policy pack in the later one.
 */
export async function diffRevisions(
  base: Revision,
  head: Revision,
  stack: string,
  exceptions: Exceptions,
): Promise<RevisionDiff> {
  const known = [...new Set([...stacksAmong(base.files), ...stacksAmong(head.files)])].sort();
  const stacks = stack === "all" ? known : [knownStack(known, stack)];
  const project = await projectAt(head);
  const isNew = !base.files.some((file) => /^Pulumi\.(?:ya?ml|json)$/.test(file));
  const earlierProject = isNew ? project : await projectAt(base);
  const [workloads, notes, problems]: [RevisionDiff["workloads"][number][], string[], string[]] = [
    [],
    [],
    [],
  ];
  for (const of of stacks) {
    const earlier = await stackSource(base, of, earlierProject.ending);
    const later = await stackSource(head, of, project.ending);
    if (isDeepStrictEqual([earlierProject, earlier], [project, later])) continue;
    const before = await declaredIn(earlier, earlierProject.name);
    const after = await declaredIn(later, project.name);
    if (after.problem !== undefined) problems.push(after.problem);
    if (before.problem !== undefined)
      notes.push(
        `What ${base.name} declares was read only in part, so more may look new than is. ${before.problem}`,
      );
    notes.push(...providerNotes(before, after));
    workloads.push(...(await stackDiff(before, after, exceptions)));
  }
  if (problems.length > 0) throw new Failure(problems.join("\n"));
  return { base: base.name, head: head.name, stacks, workloads, notes };
}

/** Settings of the AWS provider that change where a stack is deployed, or by whom. Values stay out: some are secret. */
function providerNotes(before: DeclaredStack, after: DeclaredStack): string[] {
  if (before.workloads.length === 0 || after.workloads.length === 0) return [];
  const changed = [...new Set([...Object.keys(before.provider), ...Object.keys(after.provider)])].filter(
    (key) => JSON.stringify(before.provider[key]) !== JSON.stringify(after.provider[key]),
  );
  if (changed.length === 0) return [];
  return [
    `${after.name} has other settings of AWS (${changed.sort().join(", ")}): it may be deployed elsewhere, or by somebody else.`,
  ];
}
