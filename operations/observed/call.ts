import type { RequestContext } from "../../iam/conditions/conditionsHold.ts";

/** One request of a workload, as IAM judges it. */
export interface Call {
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /** The ARN that the request is judged on; `*` where it is about no particular resource. */
  readonly resource: string;
  /** Condition keys and their values. @default - none is known */
  readonly context?: RequestContext;
  /** What the declared role says of it, where that was asked. @default - it was not */
  readonly wouldBe?: "allowed" | "denied";
}

/** A call, and how often it was made. */
export interface CountedCall extends Call {
  readonly count: number;
}

/** The same calls together, at the place of the first; the last word on them holds, for a role changes. */
export function counted(calls: readonly (Call & { readonly count?: number })[]): CountedCall[] {
  const byKey = new Map<string, CountedCall>();
  for (const call of calls) {
    const key = keyOf(call);
    const before = byKey.get(key);
    byKey.set(key, { ...before, ...call, count: (before?.count ?? 0) + (call.count ?? 1) });
  }
  return [...byKey.values()];
}

/** What makes two calls the same: actions and condition keys are so in any case. */
function keyOf({ action, resource, context = {} }: Call): string {
  const keys = Object.entries(context).map(
    ([key, values]) => [key.toLowerCase(), [...values].sort()] as const,
  );
  return JSON.stringify([
    action.toLowerCase(),
    resource,
    keys.sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);
}

/**
 * Keys whose values are data of the one request. A grant that was limited to those of one run would not have let the
 * next one do the same.
 */
const OF_ONE_REQUEST = new Set(["dynamodb:leadingkeys"]);

/** A call without what only the one request has. */
export function anyLike<Made extends Call>({ context, ...call }: Made): Call & Omit<Made, "context"> {
  const kept = Object.entries(context ?? {}).filter(([key]) => !OF_ONE_REQUEST.has(key.toLowerCase()));
  return { ...call, ...(kept.length > 0 && { context: Object.fromEntries(kept) }) };
}
