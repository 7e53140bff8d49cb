import type { Call } from "../../cloudTrail/call.ts";
import type { CompiledWorkload } from "../../../components/config/compiledWorkload.ts";
import type { PolicyStatement } from "../../../iam/document/policyStatement.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { describeGrant } from "../../probes/expectations.ts";
import { latest, listed } from "../proposals/words.ts";
import { mayAllow } from "./mayAllow.ts";
import type { EntryUse, RefusedCall, UsedResource } from "./reviewedEvents.ts";
import type { RoleEvents } from "./roleEvents.ts";

/** What each entry of `access` and each Allow statement of a workload was used for, as the events show it. */
export function entryUses(workload: CompiledWorkload, { allowed }: RoleEvents): EntryUse[] {
  const { name, grants, rawStatements } = workload;
  const entries = grants.map((grant) => ({
    at: grant.path,
    got: describeGrant(grant),
    statements: statementsOf(grant.statements),
  }));
  const raw = rawStatements.flatMap((statement, index) =>
    statement.Effect === "Allow"
      ? [
          {
            at: `workloads.${name}.statements[${index}]`,
            got: statement.Sid ?? listed(statement.Action),
            statements: statementsOf([statement]),
          },
        ]
      : [],
  );
  return [...entries, ...raw].map(({ at, got, statements }) => ({ at, got, ...usesOf(statements, allowed) }));
}

function usesOf(
  statements: readonly PolicyStatement[],
  allowed: readonly Call[],
): Pick<EntryUse, "calls" | "resources" | "lastUsed"> {
  const calls = allowed.filter((call) => mayAllow(statements, call));
  const byResource = new Map<string, Call[]>();
  for (const call of calls) byResource.set(call.resource, [...(byResource.get(call.resource) ?? []), call]);
  const lastUsed = latest(calls.map((call) => call.lastUsed));
  return {
    calls: sumOf(calls),
    resources: Array.from(byResource, ([resource, own]): UsedResource => {
      const actions = [...new Set(own.map(({ action }) => action))].sort();
      return { resource, actions, calls: sumOf(own) };
    }).sort((one, other) => other.calls - one.calls || (one.resource < other.resource ? -1 : 1)),
    ...(lastUsed !== undefined && { lastUsed }),
  };
}

const sumOf = (calls: readonly Call[]) => calls.reduce((sum, { count }) => sum + count, 0);

/** What AWS refused, and whether the stack file allows it all the same. */
export function refusedCalls({ refused }: RoleEvents, declared: readonly PolicyStatement[]): RefusedCall[] {
  return refused.map(({ action, resource, count, lastUsed, errorCode = "" }) => ({
    action,
    resource,
    calls: count,
    lastUsed,
    errorCode,
    isDeclared: mayAllow(declared, { action, resource, count, lastUsed }),
  }));
}
