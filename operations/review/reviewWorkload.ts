import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import type { Target } from "../../iam/arn.ts";
import type { ManagedStatements } from "../probes/expectations.ts";
import { actionsOf, grantedPatterns } from "./grantedActions.ts";
import { accessProposals } from "./proposals/access.ts";
import { managedPolicyProposals } from "./proposals/managedPolicies.ts";
import type { Planned } from "./proposals/planned.ts";
import { statementProposals } from "./proposals/statements.ts";
import { latest } from "./proposals/words.ts";
import type { ReviewedAction, ReviewedService, RoleVerdict } from "./review.ts";
import { isUsed, judgeBy, type Judge, type RoleUsage } from "./usage/usage.ts";

/** What is judged: a workload as it is declared, and what AWS says of its role. */
export interface Reviewable {
  readonly workload: CompiledWorkload;
  readonly usage: RoleUsage;
  /** The statements of its managed policies, by ARN. */
  readonly managed: ManagedStatements;
  /** Whether a role younger than the window is judged like any other. */
  readonly atAnyAge: boolean;
}

/** What was found of a workload. */
export interface Judgement {
  readonly lastUsed?: string;
  readonly verdict: RoleVerdict;
  readonly services: readonly ReviewedService[];
  readonly planned: readonly Planned[];
}

/** Compares what a workload is granted with what its role used since a time, an ISO 8601 text in UTC. */
export async function reviewWorkload(
  { workload, usage, managed, atAnyAge }: Reviewable,
  target: Target,
  since: string,
): Promise<Judgement> {
  const judge = judgeBy(usage, since);
  const services = await servicesOf(grantedPatterns(workload, managed), usage, judge);
  // The role's own date can lag behind that of a service.
  const lastUsed = latest([
    usage.lastUsed,
    ...[...usage.services.values()].map((service) => service.lastUsed),
  ]);
  const found = { ...(lastUsed !== undefined && { lastUsed }), services };
  if (!atAnyAge && usage.createdAt > since) return { ...found, verdict: "too young", planned: [] };
  if (!isUsed(lastUsed, since)) return { ...found, verdict: "never used", planned: [] };
  const planned = [
    ...accessProposals(workload.grants, judge, target),
    ...(await statementProposals(workload, judge)),
    ...(await managedPolicyProposals(workload, managed, judge)),
  ];
  const isSmaller = planned.some(({ proposal }) => proposal.want !== undefined);
  return { ...found, verdict: isSmaller ? "could be smaller" : "all in use", planned };
}

/** Granted actions by service, each judged. */
async function servicesOf(
  patterns: readonly string[],
  { services }: RoleUsage,
  judge: Judge,
): Promise<ReviewedService[]> {
  const found = await Promise.all(patterns.map((pattern) => actionsOf(pattern, judge.namespaces)));
  const byService = new Map<string, ReviewedAction[]>();
  for (const action of [...new Set(found.flat())].sort()) {
    const [namespace = action] = action.split(":");
    byService.set(namespace, [...(byService.get(namespace) ?? []), judge.ofAction(action)]);
  }
  return [...byService].map(([namespace, actions]) => {
    const name = services.get(namespace)?.name ?? namespace;
    return { namespace, name, ...judge.ofService(namespace), actions };
  });
}
