import type { Call } from "../../cloudTrail/call.ts";
import type { PolicyStatement } from "../../../iam/document/policyStatement.ts";
import { latest } from "../proposals/words.ts";
import type { ReviewedAction } from "../review.ts";
import { isUsed, type Judge } from "../usage/usage.ts";
import { mayAllow } from "./mayAllow.ts";
import type { RoleEvents } from "./roleEvents.ts";

/**
 * Joins what IAM says with what events show. What events show is used. What they do not show is unused only where the trail
 * would have shown it, and where IAM does not say that it was used elsewhere than in these events.
 */
export function judgeByEvents(iam: Judge, events: RoleEvents): Judge {
  return judgeWithin(iam, events, undefined);
}

function judgeWithin(iam: Judge, events: RoleEvents, scope: readonly PolicyStatement[] | undefined): Judge {
  const byAction = new Map<string, Call[]>();
  for (const call of events.allowed) {
    const name = call.action.toLowerCase();
    byAction.set(name, [...(byAction.get(name) ?? []), call]);
  }
  const inScope = (calls: readonly Call[]) =>
    scope === undefined ? calls : calls.filter((call) => mayAllow(scope, call));
  const servicesSeen = new Set(events.allowed.map(({ action }) => serviceOf(action)));
  return {
    since: iam.since,
    namespaces: iam.namespaces,
    ofService: (namespace) => {
      const own = iam.ofService(namespace);
      const calls = events.allowed.filter(({ action }) => serviceOf(action) === namespace);
      const lastUsed = latest([own.lastUsed, ...calls.map((call) => call.lastUsed)]);
      return { used: isUsed(lastUsed, iam.since), ...(lastUsed !== undefined && { lastUsed }) };
    },
    ofAction: (action): ReviewedAction => {
      const own = iam.ofAction(action);
      const calls = byAction.get(action.toLowerCase()) ?? [];
      const here = inScope(calls);
      if (here.length > 0) {
        const lastUsed = latest([own.lastUsed, ...here.map((call) => call.lastUsed)]);
        return { action, use: "used", ...(lastUsed !== undefined && { lastUsed }) };
      }
      if (own.use === "unused") return own;
      const isElsewhere = own.use === "not tracked" || calls.length > 0;
      const isSilent = isElsewhere && events.logged.has(action.toLowerCase()) && !isForOthers(action, scope);
      return isSilent ? { action, use: "unused", by: "events" } : own;
    },
    within: (statements) => judgeWithin(iam, events, statements),
    tellsResources: (service) => servicesSeen.has(service),
    callsWithin: (statements) => events.allowed.filter((call) => mayAllow(statements, call)),
  };
}

/**
 * Whether a right is used by a service for the role, as KMS keys are by the services whose data they encrypt. Some of them
 * log such a use under their own name, so that its absence says nothing.
 * https://docs.aws.amazon.com/kms/latest/developerguide/logging-using-cloudtrail.html
 */
function isForOthers(action: string, scope: readonly PolicyStatement[] | undefined): boolean {
  if (serviceOf(action) !== "kms") return false;
  if (scope === undefined) return true;
  return scope.some(({ conditions }) => conditions.some(({ key }) => key.toLowerCase() === "kms:viaservice"));
}

const serviceOf = (action: string) => action.split(":")[0]?.toLowerCase() ?? action;
