import type { PolicyStatement } from "../../../iam/document/policyStatement.ts";
import type { Call } from "../../cloudTrail/call.ts";
import type { ReviewedAction } from "../review.ts";

/** What AWS says a role used. Times are ISO 8601 texts in UTC. */
export interface RoleUsage {
  readonly createdAt: string;
  /** The last use of the role anywhere. @default - never in the tracking period */
  readonly lastUsed?: string;
  /** By namespace: every service that the policies of the role allow. */
  readonly services: ReadonlyMap<string, ServiceUsage>;
}

/** What AWS says a role used of one service. */
export interface ServiceUsage {
  /** Such as `Amazon S3`. */
  readonly name: string;
  /** @default - never in the tracking period */
  readonly lastUsed?: string;
  /** When each action that AWS tracks was used last, by its name in lower case: `createbucket`. */
  readonly tracked: ReadonlyMap<string, string | undefined>;
}

/** Says what a role used since a time. */
export interface Judge {
  readonly since: string;
  /** The services that it can judge. */
  readonly namespaces: readonly string[];
  /** Of a service, such as `s3`. */
  readonly ofService: (namespace: string) => { readonly used: boolean; readonly lastUsed?: string };
  /** Of an action, such as `s3:GetObject`. */
  readonly ofAction: (action: string) => ReviewedAction;
  /** The same, of the uses that statements allow. IAM says nothing of them, so that it judges as before. */
  readonly within: (statements: readonly PolicyStatement[]) => Judge;
  /** Whether it knows which resources of a service were used. */
  readonly tellsResources: (service: string) => boolean;
  /** The calls that statements allow, as far as they are known. */
  readonly callsWithin: (statements: readonly PolicyStatement[]) => readonly Call[];
}

/**
 * Judges by what AWS says of a role.
 *
 * An action that is missing in AWS's list is unused only where its whole service is: AWS tracks management actions, and
 * of data only the service. A service that is missing is one that no deployed policy allows yet. Passing a role is no
 * request of its own, and AWS does not track it at all.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
 */
export function judgeBy({ services }: RoleUsage, since: string): Judge {
  const judge: Judge = {
    since,
    namespaces: [...services.keys()],
    ofService: (namespace) => {
      const lastUsed = services.get(namespace)?.lastUsed;
      return { used: isUsed(lastUsed, since), ...at(lastUsed) };
    },
    ofAction: (action) => {
      const [namespace = "", name = ""] = action.toLowerCase().split(":");
      const service = services.get(namespace);
      if (service === undefined || action.toLowerCase() === "iam:passrole")
        return { action, use: "not tracked" };
      if (!isUsed(service.lastUsed, since)) return { action, use: "unused", ...at(lastUseOf(service, name)) };
      if (!service.tracked.has(name)) return { action, use: "not tracked" };
      const lastUsed = service.tracked.get(name);
      return { action, use: isUsed(lastUsed, since) ? "used" : "unused", ...at(lastUsed) };
    },
    within: () => judge,
    tellsResources: () => false,
    callsWithin: () => [],
  };
  return judge;
}

/** Whether a last use lies in the window that starts at a time. */
export function isUsed(lastUsed: string | undefined, since: string): boolean {
  return lastUsed !== undefined && lastUsed >= since;
}

function lastUseOf({ lastUsed, tracked }: ServiceUsage, name: string): string | undefined {
  return tracked.has(name) ? tracked.get(name) : lastUsed;
}

const at = (lastUsed: string | undefined) => (lastUsed === undefined ? {} : { lastUsed });
