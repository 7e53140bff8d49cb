import { isLimited, keysThatLimit } from "../conditions/limitingKeys.ts";
import { passesToNoCode } from "../conditions/passedToService.ts";
import type { Pattern, PolicyStatement } from "../document/policyStatement.ts";
import { shownPattern } from "../document/shownPatterns.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import { latest } from "../latest.ts";
import { administratorRole } from "../patterns/administratorRoles.ts";
import { coversEvery, mayName, type ReadPattern, readResources } from "../patterns/openTarget.ts";
import { matches } from "../patterns/wildcards.ts";
import type { Gain, Level, WayToMoreRights } from "./ways/way.ts";
import { waysToMoreRights } from "./waysToMoreRights.ts";

/** An action that would give more rights under the resources and conditions of a statement. */
export interface Escalation {
  /** As IAM writes it: `iam:PassRole`. */
  readonly action: string;
  readonly level: Level;
  /** What makes it dangerous there, with a space before it: ` on "*"`. Empty where it always is. */
  readonly where: string;
  readonly want: string;
  readonly fix: string;
}

/** What a way comes to under a statement: where, and what to do about it. */
type Judgement = Omit<Escalation, "action" | "level"> & { readonly level?: Level };

interface JudgedWay extends WayToMoreRights {
  readonly level: Level;
  readonly lower: string;
  readonly service: string;
}

const judged: readonly JudgedWay[] = waysToMoreRights.flatMap((way) => {
  if (way.level === undefined) return [];
  const lower = way.action.toLowerCase();
  return [{ ...way, level: way.level, lower, service: lower.slice(0, lower.indexOf(":")) }];
});

/** Judges the ways of one statement, whose resources are read once for all of them, and not at all where there is none. */
export function judgeWays(allow: PolicyStatement): (way: JudgedWay) => Escalation | undefined {
  let statement: ReadStatement | undefined;
  return (way) => {
    statement ??= {
      allow,
      resources: byService(readResources(allow.resources)),
      excluded: readResources(allow.notResources.filter(isSure)),
      openFor: new Map(),
    };
    const found = judges[way.gain]?.(statement, way);
    return found && { action: way.action, ...found, level: found.level ?? way.level };
  };
}

/** What a variable leaves out depends on the request. */
const isSure = (pattern: Pattern) => pattern !== UNKNOWN && !pattern.includes("${");

/** Ways by their actions, and by the prefixes of these: most patterns of a document name an action, and all but a few a service. */
const byAction = Map.groupBy(judged, ({ lower }) => lower);
const ofServices = Map.groupBy(judged, ({ service }) => service);
const none: readonly JudgedWay[] = [];

/** By the pattern as it is written. Two rules ask about the same ones, and most lead nowhere. */
const byPattern = latest<readonly JudgedWay[]>();

/** The ways that an action pattern matches, in the order of the list. */
export function waysMatching(written: string): readonly JudgedWay[] {
  const known = byPattern.get(written);
  if (known) return known;
  const ways = waysOf(written.trim().toLowerCase());
  byPattern.set(written, ways);
  return ways;
}

function waysOf(pattern: string): readonly JudgedWay[] {
  if (!/[*?]/.test(pattern)) return byAction.get(pattern) ?? none;
  const service = /^([^:*?]*):/.exec(pattern)?.[1];
  const ways = service === undefined ? judged : (ofServices.get(service) ?? none);
  const matching = ways.filter(({ lower }) => matches(pattern, lower));
  return matching.length > 0 ? matching : none;
}

export const allJudgedWays = judged;

interface ReadStatement {
  readonly allow: PolicyStatement;
  /** Those that can be about a service. */
  readonly resources: (service: string) => readonly ReadPattern[];
  readonly excluded: readonly ReadPattern[];
  /** What was said of targets, which several ways have in common. */
  readonly openFor: Map<readonly string[], string | undefined>;
}

const byName = "name the targets one by one";

const judges: Partial<Record<Gain, (statement: ReadStatement, way: JudgedWay) => Judgement | undefined>> = {
  "changes permissions": (statement, way) => {
    if (isLimited(statement.allow, way.action)) return undefined;
    const where = whereFor(statement, way);
    if (where === undefined) return undefined;
    const [limit] = keysThatLimit(way.action);
    return {
      where,
      want: "no right to change permissions",
      fix: [
        "remove it",
        ...(way.targets ? [byName] : []),
        ...(limit ? [`limit it by a Condition on ${limit.key}`] : []),
      ].join(", or "),
    };
  },
  "takes credentials": (statement, way) => {
    if (isLimited(statement.allow, way.action)) return undefined;
    if (way.targets) {
      const where = openFor(statement, way.targets);
      return where === undefined
        ? undefined
        : { where, want: "no credentials of others", fix: `remove it, or ${byName}` };
    }
    if (!mayBeOf(statement, way.service) || isOwnUser(statement.allow)) return undefined;
    return {
      where: "",
      want: "no credentials of other users",
      fix:
        way.service === "iam" ? "remove it, or limit it to arn:aws:iam::*:user/${aws:username}" : "remove it",
    };
  },
  "acts as another": (statement, way) => {
    if (isLimited(statement.allow, way.action)) return undefined;
    const where = whereFor(statement, way);
    const passes = way.action === "iam:PassRole";
    if (where !== undefined) {
      return {
        where,
        want: "the ARNs that the workload needs",
        fix: way.targets ? "list them one by one, or by a prefix of their names" : "remove it",
        ...(passes && passesToNoCode(statement.allow) && { level: "advisory" }),
      };
    }
    return passes || way.action === "sts:AssumeRole" ? onAdministrator(statement) : undefined;
  },
};

/** Most patterns name one service in full, and are of no other: a long list is gone through once. */
function byService(patterns: readonly ReadPattern[]): ReadStatement["resources"] {
  const named = new Map<string, ReadPattern[]>();
  const open: ReadPattern[] = [];
  for (const pattern of patterns) {
    const service = pattern.parts.length >= 6 ? (pattern.parts[2] ?? "") : "*";
    if (/[*?]/.test(service)) open.push(pattern);
    else if (named.has(service)) named.get(service)?.push(pattern);
    else named.set(service, [pattern]);
  }
  if (open.length === 0) return (service) => named.get(service) ?? [];
  const asked = new Map<string, readonly ReadPattern[]>();
  return (service) => {
    const known = asked.get(service);
    if (known) return known;
    const about = [...open.filter((pattern) => mayName(pattern, service)), ...(named.get(service) ?? [])];
    asked.set(service, about);
    return about;
  };
}

/** A role that is known to have all rights, though its name is not open. */
function onAdministrator({ resources }: ReadStatement): Judgement | undefined {
  const named = resources("iam").find(({ written }) => administratorRole(written) !== undefined);
  if (named === undefined) return undefined;
  return {
    where: ` on ${shownPattern(named.written)}`,
    want: `no role of an administrator, as ${administratorRole(named.written)} is`,
    fix: "name a role with what the workload needs",
  };
}

/** Whether a statement can be about anything of a service: an open action on a bucket is not about IAM. */
function mayBeOf({ allow, resources }: ReadStatement, service: string): boolean {
  return resources(service).length > 0 || allow.notResources.length > 0 || allow.resources.includes(UNKNOWN);
}

function isOwnUser({ resources }: PolicyStatement): boolean {
  const own = /:user\/(?:.*\/)?\$\{aws:username\}$/i;
  return (
    resources.length > 0 && resources.every((resource: Pattern) => resource !== UNKNOWN && own.test(resource))
  );
}

/** What makes a statement reach too much of a way: its open targets, or, where it needs none, that it is about the service. */
function whereFor(statement: ReadStatement, { targets, service }: JudgedWay): string | undefined {
  if (targets) return openFor(statement, targets);
  return mayBeOf(statement, service) ? "" : undefined;
}

/** What makes a statement cover every target of a kind, in words; undefined where it does not. */
function openFor(statement: ReadStatement, targets: readonly string[]): string | undefined {
  const { openFor: known } = statement;
  if (!known.has(targets)) known.set(targets, findOpen(statement, targets));
  return known.get(targets);
}

function findOpen(
  { allow, resources, excluded }: ReadStatement,
  targets: readonly string[],
): string | undefined {
  if (allow.notResources.length > 0) {
    const left = targets.some((target) => !excluded.some(({ text }) => matches(text, target.toLowerCase())));
    return left ? " with NotResource" : undefined;
  }
  for (const target of targets) {
    const [, , service = ""] = target.split(":");
    const open = resources(service).find((resource) => coversEvery(resource, target));
    if (open) return ` on ${shownPattern(open.written)}`;
  }
  return undefined;
}
