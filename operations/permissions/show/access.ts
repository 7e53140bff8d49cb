import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import { policyNameOf } from "../../../components/permissions/managedPolicies.ts";
import { type AccessLevel, inOrder, levelsOf } from "../../../iam/catalogue/accessLevels.ts";
import { shownConditions } from "../../../iam/conditions/conditionsCover.ts";
import { resourceNames } from "../../../iam/diff/resourceNames.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { type Scope, serviceOf, shownScope } from "../../../iam/patterns/scope.ts";
import { type StatementRights, statementRights } from "../../../iam/covers/statementCovers.ts";
import type { DeclaredStack } from "../../stackFile/declaredStacks.ts";
import { environmentNotes } from "../environmentNotes.ts";
import { type AttachedPolicy, attachedPolicy, columnsOf } from "./attached.ts";

/** What the roles of a stack may do, as `permissions show --format json` prints it. */
export interface StackAccess {
  readonly stack: string;
  /** All services that any workload may use, by name; a pattern such as `*` stands for more. */
  readonly services: readonly string[];
  /** In the order of the stack file. */
  readonly workloads: readonly WorkloadAccess[];
  /** What of the stack is not read, in sentences. @default - nothing */
  readonly notes?: readonly string[];
}

export interface WorkloadAccess {
  readonly name: string;
  /** The name of the role, the instance profile and the first policy. */
  readonly roleName: string;
  readonly rights: readonly ServiceRight[];
  /** Attached policies that are not the stack's own, by name: what they allow is not among {@link rights}. */
  readonly managedPolicies: readonly string[];
  /** The same with what they allow, as far as that is known. @default - nothing is known of them */
  readonly attached?: readonly AttachedPolicy[];
  /** Limits everything, also what the attached policies allow. @default - none */
  readonly permissionsBoundary?: string;
  /** Ids of `attachTo`. */
  readonly instances: readonly string[];
}

/** Actions of one service on some resources under one condition. */
export interface ServiceRight {
  readonly effect: "Allow" | "Deny";
  readonly service: string;
  /** The riskiest first. */
  readonly levels: readonly AccessLevel[];
  readonly actions: readonly string[];
  /** ARN patterns, or `*`. Where the document leaves resources out, they are under {@link shownResources} only. */
  readonly resources: readonly string[];
  /** The same as people read them. */
  readonly shownResources: readonly string[];
  /** @default - always */
  readonly condition?: string;
}

/** What the roles of a stack may do by their own policies, and what else they have. */
export async function stackAccess({
  name,
  workloads,
  environments = [],
  environmentsAreRead = false,
}: Pick<DeclaredStack, "name" | "workloads"> & Partial<DeclaredStack>): Promise<StackAccess> {
  const all = await Promise.all(workloads.map(workloadAccess));
  const services = all.flatMap(({ rights, attached = [] }) => [
    ...rights.filter(({ effect }) => effect === "Allow").map(({ service }) => service),
    ...attached.flatMap(columnsOf),
  ]);
  const notes = environmentNotes({ name, environments, environmentsAreRead });
  return {
    stack: name,
    services: [...new Set(services)].sort(),
    workloads: all,
    ...(notes.length > 0 && { notes }),
  };
}

async function workloadAccess(workload: CompiledWorkload): Promise<WorkloadAccess> {
  const statements = statementsOf(workload.statements).map(statementRights);
  const rights = await Promise.all(statements.map(serviceRights));
  return {
    name: workload.name,
    roleName: workload.physicalName,
    rights: rights.flat(),
    managedPolicies: workload.managedPolicyArns.map(policyNameOf),
    ...(workload.managedPolicyArns.length > 0 && {
      attached: workload.managedPolicyArns.map(attachedPolicy),
    }),
    ...(workload.permissionsBoundary !== undefined && {
      permissionsBoundary: policyNameOf(workload.permissionsBoundary),
    }),
    instances: (workload.associations ?? []).map(({ instanceId }) => instanceId),
  };
}

async function serviceRights({
  effect,
  actions,
  resources,
  conditions,
}: StatementRights): Promise<ServiceRight[]> {
  const names = resourceNames(resources);
  const byService = new Map<string, Scope[]>();
  for (const action of actions)
    byService.set(serviceOf(action), [...(byService.get(serviceOf(action)) ?? []), action]);
  return Promise.all(
    [...byService].map(async ([service, own]): Promise<ServiceRight> => {
      const levels = await Promise.all(own.map(levelsOf));
      const condition = shownConditions(conditions);
      return {
        effect,
        service,
        levels: inOrder(levels.flat()),
        actions: own.map(shownScope),
        resources: resources.flatMap((scope) => ("is" in scope ? scope.is : [])),
        shownResources: resources.map((scope) => names(scope, [service])),
        ...(condition !== "" && { condition }),
      };
    }),
  );
}
