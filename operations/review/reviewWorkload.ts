import type { CompiledWorkload } from "../../components/config/compiledWorkload.ts";
import type { Target } from "../../iam/arn.ts";
import type { ObservedRole, TrailFacts } from "../cloudTrail/observed.ts";
import { declaredStatements, type ManagedStatements } from "../probes/expectations.ts";
import { entryUses, refusedCalls } from "./events/entryUses.ts";
import { judgeByEvents } from "./events/judgeByEvents.ts";
import type { EventsOfWorkload } from "./events/reviewedEvents.ts";
import { roleEvents } from "./events/roleEvents.ts";
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
  /** What CloudTrail says of its role. @default - no events were read */
  readonly observed?: ObservedEvents;
}

/** Events, and of which days of the window there are none. */
export interface ObservedEvents {
  readonly role: ObservedRole | undefined;
  readonly trail: TrailFacts;
  readonly missingDays: readonly string[];
}

/** What was found of a workload. */
export interface Judgement {
  readonly lastUsed?: string;
  readonly verdict: RoleVerdict;
  readonly services: readonly ReviewedService[];
  readonly planned: readonly Planned[];
  readonly events?: EventsOfWorkload;
}

/** Compares what a workload is granted with what its role used since a time, an ISO 8601 text in UTC. */
export async function reviewWorkload(
  { workload, usage, managed, atAnyAge, observed }: Reviewable,
  target: Target,
  since: string,
): Promise<Judgement> {
  const byIam = judgeBy(usage, since);
  const patterns = grantedPatterns(workload, managed);
  const granted = await Promise.all(patterns.map((pattern) => actionsOf(pattern, byIam.namespaces)));
  const events =
    observed && (await roleEvents(observed.role, granted.flat(), observed.trail, observed.missingDays));
  const judge = events ? judgeByEvents(byIam, events) : byIam;
  const services = servicesOf(granted.flat(), usage, judge);
  // The role's own date can lag behind that of a service.
  const lastUsed = latest([
    usage.lastUsed,
    ...[...usage.services.values()].map((service) => service.lastUsed),
    ...(events?.allowed ?? []).map((call) => call.lastUsed),
  ]);
  const found = {
    ...(lastUsed !== undefined && { lastUsed }),
    services,
    ...(events && {
      events: {
        entries: entryUses(workload, events),
        refused: refusedCalls(events, declaredStatements(workload, managed)),
        unknown: events.unknown,
      },
    }),
  };
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
function servicesOf(granted: readonly string[], { services }: RoleUsage, judge: Judge): ReviewedService[] {
  const byService = new Map<string, ReviewedAction[]>();
  for (const action of [...new Set(granted)].sort()) {
    const [namespace = action] = action.split(":");
    byService.set(namespace, [...(byService.get(namespace) ?? []), judge.ofAction(action)]);
  }
  return [...byService].map(([namespace, actions]) => {
    const name = services.get(namespace)?.name ?? namespace;
    return { namespace, name, ...judge.ofService(namespace), actions };
  });
}
