import { conditionKeys } from "../conditions/conditionKeys.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import type { Pattern, PolicyStatement } from "../document/policyStatement.ts";
import { shownPattern } from "../document/shownPatterns.ts";
import { matches } from "../patterns/wildcards.ts";
import { type Gain, type WayToMoreRights, waysToMoreRights } from "./waysToMoreRights.ts";

/** An action that would give more rights under the resources and conditions of a statement. */
export interface Escalation {
  /** As IAM writes it: `iam:PassRole`. */
  readonly action: string;
  /** What makes it dangerous there, with a space before it: ` on "*"`. Empty where it always is. */
  readonly where: string;
  readonly want: string;
  readonly fix: string;
}

/** The escalations that a statement would give if it allowed every action. */
export function escalationsOf(allow: PolicyStatement): Escalation[] {
  const keys = conditionKeys(allow);
  const ofIam = mayBeIam(allow);
  const ofOthers = ofIam && !isOwnUser(allow);
  const judges: Partial<Record<Gain, (way: WayToMoreRights) => Omit<Escalation, "action"> | undefined>> = {
    "changes permissions": ({ limitedBy = [] }) => {
      const [key] = limitedBy;
      if (!ofIam || limitedBy.some((limit) => keys.includes(limit.toLowerCase()))) return undefined;
      return {
        where: "",
        want: "no right to change permissions",
        fix: key === undefined ? "remove it" : `remove it, or limit it by a Condition on ${key}`,
      };
    },
    "takes credentials": () =>
      ofOthers
        ? {
            where: "",
            want: "no credentials of other users",
            fix: "remove it, or limit it to arn:aws:iam::*:user/${aws:username}",
          }
        : undefined,
    "acts as another": ({ target = "" }) => {
      const where = openFor(allow, keys, target);
      if (where === undefined) return undefined;
      return {
        where,
        want: "the ARNs that the workload needs",
        fix: "list them one by one, or by a prefix of their names",
      };
    },
  };
  return waysToMoreRights
    .filter(({ refused }) => refused)
    .flatMap((way) => {
      const found = judges[way.gain]?.(way);
      return found ? [{ action: way.action, ...found }] : [];
    });
}
/** Whether a statement can be about anything of IAM: an open action on a bucket is not. */
function mayBeIam({ resources, notResources }: PolicyStatement): boolean {
  return (
    notResources.length > 0 || resources.some((resource) => resource === UNKNOWN || mayNameIam(resource))
  );
}

function mayNameIam(resource: string): boolean {
  const pattern = resource.trim().toLowerCase();
  const parts = pattern.split(":");
  if (parts.length >= 6) return matches(parts[2] ?? "", "iam");
  // With fewer parts a star reaches over colons, and only what stands before it is sure.
  const sure = (/^[^*?]*/.exec(pattern)?.[0] ?? "").replace(/^arn:[^:]+:/, "arn:aws:");
  return sure.startsWith("arn:aws:iam:") || "arn:aws:iam:".startsWith(sure);
}

function isOwnUser({ resources }: PolicyStatement): boolean {
  const own = /:user\/(?:.*\/)?\$\{aws:username\}$/i;
  return resources.length > 0 && resources.every((resource) => resource !== UNKNOWN && own.test(resource));
}

/** What makes a statement cover every target of a kind, in words; undefined where it does not. */
function openFor(
  { resources, notResources }: PolicyStatement,
  keys: readonly string[],
  target: string,
): string | undefined {
  // A tag that the target must have is as good a limit as its name.
  if (keys.some((key) => /^[a-z0-9]+:resourcetag\//.test(key))) return undefined;
  if (notResources.length > 0) return " with NotResource";
  const open = resources.find((resource) => coversEvery(resource, target));
  return open === undefined ? undefined : ` on ${shownPattern(open)}`;
}

/** Whether a pattern covers every target of a kind, in whichever partition, region and account it names. */
function coversEvery(pattern: Pattern, target: string): boolean {
  if (pattern === UNKNOWN) return false;
  const lower = pattern.trim().toLowerCase();
  const parts = lower.split(":");
  const example = target.split(":").map((part, position) => {
    const given = parts[position];
    const namesPlace = [1, 3, 4].includes(position) && parts.length >= 6;
    return namesPlace && given !== undefined && !/[*?]/.test(given) ? given : part;
  });
  return matches(lower, example.join(":"));
}
