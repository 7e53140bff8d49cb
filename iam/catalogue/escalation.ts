import type { Finding } from "../finding.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import { allJudgedWays, type Escalation, judgeWays, waysMatching } from "./escalationActions.ts";
import { isOpenAction } from "../patterns/openPatterns.ts";
import type { Pattern, PolicyStatement } from "../document/policyStatement.ts";
import { type ReadDocument, readOnce } from "../document/readDocument.ts";
import { shownPattern } from "../document/shownPatterns.ts";
import { openTarget } from "../patterns/starGrants.ts";
import { matches } from "../patterns/wildcards.ts";
import type { Level } from "./ways/way.ts";

/**
 * Every way in which an identity policy document lets its holder get more rights than it gives, of one level. Grants of
 * everything are left out: another policy reports them.
 */
export function findEscalations(
  document: unknown,
  at: string,
  level: Level = "mandatory",
): Generator<Finding> {
  return escalationsIn(readOnce(document, at), level);
}

/** The same for a document that was read already. */
export function* escalationsIn({ statements }: ReadDocument, level: Level = "mandatory"): Generator<Finding> {
  for (const statement of statements) {
    if (statement.effect === "Allow") yield* findInStatement(statement, level);
  }
}

function* findInStatement(allow: PolicyStatement, level: Level): Generator<Finding> {
  const { at } = allow;
  const judge = judgeWays(allow);
  const escalations = (ways: readonly Parameters<typeof judge>[0][]): Escalation[] =>
    ways.map(judge).filter((found) => found?.level === level) as Escalation[];
  let isOpen: boolean | undefined;
  const onEverything = () => (isOpen ??= openTarget(allow) !== undefined);
  if (allow.notActions.length > 0 && !onEverything()) {
    const left = allJudgedWays.filter(
      ({ lower }) => !allow.notActions.some((pattern) => names(pattern, lower)),
    );
    const [first] = escalations(left);
    if (first)
      yield {
        at,
        got: `Allow NotAction that leaves ${first.action}${first.where}`,
        want: first.want,
        fix: first.fix,
      };
  }
  for (const pattern of allow.actions) {
    if (pattern === UNKNOWN) continue;
    const ways = waysMatching(pattern);
    if (ways.length === 0 || (isOpenAction(pattern) && onEverything())) continue;
    const [first, ...more] = escalations(ways);
    // A pattern that matches several is one thing to change.
    if (first)
      yield { at, got: `Allow ${shownGrant(pattern, first, more.length)}`, want: first.want, fix: first.fix };
  }
}

function names(pattern: Pattern, lower: string): boolean {
  return pattern !== UNKNOWN && matches(pattern.trim().toLowerCase(), lower);
}

function shownGrant(pattern: string, { action, where }: Escalation, more: number): string {
  const shown = shownPattern(pattern);
  if (pattern.toLowerCase() === action.toLowerCase()) return `${shown}${where}`;
  if (more === 0) return `${shown} that matches ${action}${where}`;
  return `${shown} that matches ${action}${where} and ${more} more ${more === 1 ? "way" : "ways"} to escalate`;
}
