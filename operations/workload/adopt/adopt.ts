import type { Target } from "../../../iam/arn.ts";
import { Failure } from "../../../commandLine/failure.ts";
import { type Exceptions, noExceptions } from "../../../policypack/exceptions/exceptions.ts";
import { declaredIn } from "../../stackFile/declaredStacks.ts";
import { type StackText, stackText } from "../../stackFile/stackText.ts";
import { newBlock } from "../add/newBlock.ts";
import { insertWorkload } from "../insertWorkload.ts";
import { adoptedName, type Adoption, adoptionDiff, isOwnRole, refuseTaken } from "./adoption.ts";
import { type AdoptedWorkload, adoptedWorkload } from "./adoptedWorkload.ts";
import type { ExistingRole } from "./existingRole.ts";

/** A stack file with some more workloads, and what each of them stands for. */
export interface AdoptedStack {
  readonly text: string;
  readonly adoptions: readonly Adoption[];
}

/** Where roles are adopted. */
export interface AdoptingStack {
  readonly source: StackText;
  /** The name of the project. */
  readonly project: string;
  readonly target: Target;
  /** Of the policy pack. @default - none */
  readonly exceptions?: Exceptions;
  /** Of the only role, where it is not to follow from the role's. */
  readonly workloadName?: string | undefined;
}

/**
 * Writes roles into the text of a stack file. No AWS is asked.
 *
 * @throws {Failure} which says of all roles at once what keeps them from being adopted.
 */
export async function adopt(roles: readonly ExistingRole[], stack: AdoptingStack): Promise<AdoptedStack> {
  const { source, project, target, exceptions = noExceptions(), workloadName } = stack;
  const at = { account: target.account, region: target.region };
  const declared = (text: string) =>
    declaredIn({ stack: source.stack, file: source.file, text }, project, at);
  const { defaults } = await declared(source.text);
  const boundary = defaults?.permissionsBoundary;
  const given = {
    target,
    tags: defaults?.tags ?? {},
    ...(boundary !== undefined && { permissionsBoundary: boundary }),
  };
  const adopted: { role: ExistingRole; name: string; workload: AdoptedWorkload }[] = [];
  for (const role of roles)
    adopted.push({
      role,
      name: workloadName ?? adoptedName(role.name, { project, stack: source.stack }),
      workload: await adoptedWorkload(role, given),
    });
  const problems = adopted.flatMap(({ workload }) => workload.problems);
  if (problems.length > 0) throw new Failure(problems.join("\n"));
  let { text } = source;
  for (const { role, name, workload } of adopted) {
    const before = stackText(source.stack, text);
    refuseTaken(before, name, role.name);
    text = insertWorkload(before, name, newBlock(name, workload.entry), workload.entry);
  }
  const after = await declared(text);
  if (after.problem !== undefined)
    throw new Failure(`nothing was written, since ${source.file} would be wrong. ${after.problem}`);
  const adoptions: Adoption[] = [];
  for (const { role, name, workload } of adopted) {
    const compiled = after.workloads.find((one) => one.name === name);
    if (compiled === undefined) throw new Error(`the workload ${name} was written and not read again`);
    adoptions.push({
      role: role.name,
      workload: name,
      entry: workload.entry,
      diff: await adoptionDiff(role, workload, after, compiled, exceptions),
      leftOut: workload.leftOut,
      notes: workload.notes,
      isInPlace: isOwnRole(role, after, compiled),
      instances: role.instances.map(({ id }) => id),
    });
  }
  return { text, adoptions };
}
