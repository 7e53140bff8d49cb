import type {
  Review,
  ReviewedAction,
  ReviewedService,
  ReviewedWorkload,
} from "../../../../operations/review/review.ts";

const account = "111122223333";
const since = "2026-08-27T01:47:00.000Z";

/** A role with nothing to say of it, and what a test says of it. */
export function workload(name: string, said: Partial<ReviewedWorkload> = {}): ReviewedWorkload {
  const roleName = `instance-profiles-prod-${name}`;
  return {
    name,
    roleName,
    roleArn: `arn:aws:iam::${account}:role/instance-profiles/prod/${roleName}`,
    createdAt: "2025-03-04T09:12:00.000Z",
    lastUsed: "2026-11-24T22:10:00.000Z",
    verdict: "all in use",
    services: [],
    proposals: [],
    ...said,
  };
}

/** A stack without workloads, and what a test says of it. */
export function reviewOf(said: Partial<Review> = {}): Review {
  return {
    stack: "prod",
    account,
    region: "eu-central-1",
    days: 90,
    since,
    reviewedAt: "2026-11-25T01:47:00.000Z",
    requests: 41,
    seconds: 6.2,
    workloads: [],
    notTracked: [],
    ...said,
  };
}

interface Actions {
  readonly used?: readonly string[];
  readonly unused?: readonly string[];
  readonly untracked?: readonly string[];
}

/** A service with its actions, their names without the namespace. It was used where it says when. */
export function service(
  namespace: string,
  name: string,
  { used = [], unused = [], untracked = [] }: Actions,
  lastUsed?: string,
): ReviewedService {
  const actions: ReviewedAction[] = [
    ...used.map((action) => ({
      action: `${namespace}:${action}`,
      use: "used" as const,
      lastUsed: lastUsed ?? since,
    })),
    ...unused.map((action) => ({ action: `${namespace}:${action}`, use: "unused" as const })),
    ...untracked.map((action) => ({ action: `${namespace}:${action}`, use: "not tracked" as const })),
  ].sort((one, other) => one.action.localeCompare(other.action));
  const inWindow = lastUsed !== undefined && lastUsed >= since;
  return { namespace, name, ...(lastUsed !== undefined && { lastUsed }), used: inWindow, actions };
}
