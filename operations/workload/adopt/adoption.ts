import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import type { WorkloadEntry } from "../../../components/config/schema.ts";
import { WORKLOAD_NAME } from "../../../components/config/schema.ts";
import { Failure } from "../../../commandLine/failure.ts";
import type { Exceptions } from "../../../policypack/exceptions/exceptions.ts";
import { stackDiff, type WorkloadDiff } from "../../permissions/diff.ts";
import { newRisks } from "../../permissions/risks.ts";
import type { DeclaredStack } from "../../stackFile/declaredStacks.ts";
import { hasWorkload, type StackText } from "../../stackFile/stackText.ts";
import { suggested } from "../add/workloadName.ts";
import type { AdoptedWorkload } from "./adoptedWorkload.ts";
import type { ExistingRole } from "./existingRole.ts";
import type { LeftOut } from "./leftOut.ts";

/** A role that became a workload of a stack file. */
export interface Adoption {
  readonly role: string;
  readonly workload: string;
  readonly entry: WorkloadEntry;
  /** How the workload differs from the role, and what the policy pack finds in it. */
  readonly diff: WorkloadDiff;
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
  /** Whether the role is the one that the workload gets, which an import takes over as it is. */
  readonly isInPlace: boolean;
  /** Ids of the instances whose profile is swapped. */
  readonly instances: readonly string[];
}

/** The name of a workload for a role: what this project calls it, or else the role's own name in the form of a workload's. */
export function adoptedName(role: string, { project, stack }: { project: string; stack: string }): string {
  const prefix = `${project}-${stack}-`;
  const own = role.startsWith(prefix) ? role.slice(prefix.length) : role;
  return WORKLOAD_NAME.test(own) ? own : suggested(own) || "adopted";
}

/** Ends where a stack file has a workload of the name. */
export function refuseTaken(target: StackText, workload: string, role: string): void {
  if (!hasWorkload(target, workload)) return;
  throw new Failure(
    `${target.file} has a workload "${workload}" already: name that of the role ${role} otherwise, with --name, or take the one there out`,
  );
}

/** Whether a role has the name, the path and the tags that a workload's role gets. */
export function isOwnRole(
  { name, path, tags }: ExistingRole,
  { project, name: stack }: DeclaredStack,
  workload: CompiledWorkload,
): boolean {
  return (
    name === workload.physicalName &&
    path === workload.path &&
    tags["Project"] === project &&
    tags["Stack"] === stack
  );
}

/** Compares a workload with the role that it stands for. What gives nothing counts as if it were still there. */
export async function adoptionDiff(
  role: ExistingRole,
  adopted: AdoptedWorkload,
  stack: DeclaredStack,
  workload: CompiledWorkload,
  exceptions: Exceptions,
): Promise<WorkloadDiff> {
  const before: CompiledWorkload = {
    ...without(workload, "permissionsBoundary"),
    statements: adopted.statements,
    managedPolicyArns: adopted.keptPolicies,
    maxSessionSeconds: role.maxSessionSeconds,
    tags: role.tags,
    ...(role.boundary !== undefined && { permissionsBoundary: role.boundary }),
  };
  const idle = adopted.leftOut.map(({ statement }) => statement);
  const after = { ...workload, statements: [...workload.statements, ...idle] };
  const [diff] = await stackDiff({ ...stack, workloads: [before] }, { ...stack, workloads: [after] });
  return {
    stack: stack.name,
    workload: workload.name,
    kind: "changed",
    changes: diff?.changes ?? [],
    settings: diff?.settings ?? [],
    risks: await newRisks(stack, undefined, workload, exceptions),
  };
}

function without<Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> {
  const rest = { ...whole };
  Reflect.deleteProperty(rest, key);
  return rest;
}
