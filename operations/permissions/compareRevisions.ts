import { isDeepStrictEqual } from "node:util";
import { stacksAmong } from "../../components/config/stackFiles.ts";
import type { Exceptions } from "../../policypack/exceptions/exceptions.ts";
import { Failure } from "../../commandLine/failure.ts";
import type { GivenConfig } from "../stackFile/givenConfig.ts";
import { declaredIn, chosenStacks, stackSource, environmentsOf } from "../stackFile/declaredStacks.ts";
import { type RevisionDiff, stackDiff } from "./diff.ts";
import { projectAt } from "../stackFile/project.ts";
import type { BaseRevision, Revision } from "../stackFile/revision.ts";
import { codeChanges } from "./codeChanges.ts";
import { environmentNotes } from "./environmentNotes.ts";
import { type StackChange, stackChanges } from "./stackChanges.ts";

/**
 * What changed between two revisions. What is wrong with the later one ends it; of the earlier one it is only noted.
 *
 * @param exceptions Those of the policy pack in the later one.
 * @param given The configuration of the stack in the later one, with what environments add; to the earlier one they added the same.
 */
export async function diffRevisions(
  base: BaseRevision,
  head: Revision,
  stack: string,
  exceptions: Exceptions,
  given?: GivenConfig,
): Promise<RevisionDiff> {
  if (given !== undefined && stack === "all")
    throw new Failure("--config is the configuration of one stack: name it with --stack");
  const known = [...new Set([...stacksAmong(base.files), ...stacksAmong(head.files)])].sort();
  const stacks = chosenStacks(known, stack);
  const project = await projectAt(head);
  const isNew = !base.files.some((file) => /^Pulumi\.(?:ya?ml|json)$/.test(file));
  const earlierProject = isNew ? project : await projectAt(base);
  const changed = await base.changedSince();
  // The user data of a stack may change while its file stays.
  const onlyStackFiles = changed.every(({ path }) =>
    known.some((name) => path.startsWith(`Pulumi.${name}.`)),
  );
  const workloads: RevisionDiff["workloads"][number][] = [];
  const settings: StackChange[] = [];
  const [notes, problems]: [string[], string[]] = [[], []];
  for (const of of stacks) {
    const earlier = await stackSource(base, of, earlierProject.ending);
    const later = await stackSource(head, of, project.ending);
    const isSame = isDeepStrictEqual([earlierProject, earlier.text], [project, later.text]);
    if (isSame && onlyStackFiles && !mayHaveEnvironments(later.text ?? "")) continue;
    const added = given && { fromEnvironments: environmentsOf(later, project.name, given) };
    const before = await declaredIn({ ...earlier, ...added }, earlierProject.name);
    const after = await declaredIn({ ...later, ...added }, project.name);
    if (after.problem !== undefined) problems.push(after.problem);
    if (before.problem !== undefined)
      notes.push(
        `What ${base.name} declares was read only in part, so more may look new than is. ${before.problem}`,
      );
    notes.push(...(before.missing ?? []), ...(after.missing ?? []), ...environmentNotes(after));
    settings.push(...stackChanges(before, after));
    workloads.push(...(await stackDiff(before, after, exceptions)));
  }
  if (problems.length > 0) throw new Failure(problems.join("\n"));
  const code = codeChanges(changed);
  return { base: base.name, head: head.name, stacks, workloads, settings, code, notes };
}

/** Whether a text may have `environment:` at its top, also with letters that are escaped. */
const mayHaveEnvironments = (text: string) => /\\[uUx]|(?<![:\w-])environment["']?\s*:/.test(text);
