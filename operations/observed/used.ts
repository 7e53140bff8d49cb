import type { CompiledGrant, CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import { forbids, permits } from "../../iam/covers/permits.ts";
import type { PolicyStatement } from "../../iam/document/policyStatement.ts";
import { statementsOf } from "../../iam/document/readDocument.ts";
import type { Statement } from "../../iam/statement.ts";
import type { ManagedStatements } from "../probes/expectations.ts";
import { counted, type Call, type CountedCall } from "./call.ts";

/** What one part of a workload's rights was used for. */
interface Use {
  /** Such as `workloads.orders-api.access[0]`. */
  readonly path: string;
  /** What it allowed; of a Deny, what it denied. None where it was never used. */
  readonly calls: readonly CountedCall[];
  /** The actions that it names and no call was, in order. */
  readonly unused: readonly string[];
}

export interface UsedGrant extends Use {
  readonly grant: CompiledGrant;
}

export interface UsedStatement extends Use {
  readonly statement: Statement;
}

/** What a workload may do, and what it did. */
export interface Used {
  /** In the order of the stack file. */
  readonly access: readonly UsedGrant[];
  readonly statements: readonly UsedStatement[];
  /** By ARN. */
  readonly managedPolicies: readonly UsedPolicy[];
  /** What nothing allows. */
  readonly notAllowed: readonly CountedCall[];
  /** What a Deny of its own forbids, whatever else allows it. */
  readonly forbidden: readonly CountedCall[];
}

export interface UsedPolicy extends Use {
  readonly arn: string;
}

type Rights = Pick<CompiledWorkload, "name" | "grants" | "rawStatements">;

/**
 * What the rights of a workload were used for. A condition key that a call says nothing of is taken as met, for a record
 * may not have it.
 *
 * @param managed The statements of its managed policies, as far as they are known.
 */
export function used(
  { name, grants, rawStatements }: Rights,
  calls: readonly Call[],
  managed: ManagedStatements = {},
): Used {
  const all = counted(calls);
  const own = statementsOf(rawStatements);
  const everything = [
    ...grants.flatMap(({ statements }) => statementsOf(statements)),
    ...own,
    ...Object.values(managed).flat(),
  ];
  const forbidden = all.filter(({ action, resource, context }) =>
    forbids(everything, action, resource, context),
  );
  const others = all.filter((call) => !forbidden.includes(call));
  const allowedBy = (statements: readonly PolicyStatement[]) =>
    others.filter(({ action, resource, context }) => permits(statements, action, resource, context));
  return {
    access: grants.map((grant) => {
      const statements = statementsOf(grant.statements);
      return { grant, ...use(grant.path, statements, allowedBy(statements)) };
    }),
    statements: own.map((read, index) => {
      const matched =
        read.effect === "Allow"
          ? allowedBy([read])
          : forbidden.filter(({ action, resource, context }) => forbids([read], action, resource, context));
      const path = `workloads.${name}.statements[${index}]`;
      return { statement: rawStatements[index] as Statement, ...use(path, [read], matched) };
    }),
    managedPolicies: Object.entries(managed).map(([arn, statements]) => ({
      arn,
      ...use(`workloads.${name}.managedPolicies`, statements, allowedBy(statements)),
    })),
    notAllowed: others.filter(
      ({ action, resource, context }) => !permits(everything, action, resource, context),
    ),
    forbidden,
  };
}

function use(path: string, statements: readonly PolicyStatement[], calls: readonly CountedCall[]): Use {
  const unused = statements.flatMap((statement) =>
    statement.actions
      .filter((action) => typeof action === "string")
      .filter((pattern) => {
        const one = [{ ...statement, actions: [pattern] }];
        const names = statement.effect === "Allow" ? permits : forbids;
        return !calls.some(({ action, resource, context }) => names(one, action, resource, context));
      }),
  );
  const seen = statements
    .flatMap(({ actions }) => actions)
    .filter((action) => !unused.includes(String(action)));
  return { path, calls, unused: [...new Set(unused)].filter((action) => !seen.includes(action)).sort() };
}
