import type { Finding } from "../finding.ts";
import { UNKNOWN } from "../document/unknownValue.ts";
import { type Escalation, escalationsOf } from "./escalationActions.ts";
import { isOpenAction } from "../patterns/openPatterns.ts";
import type { Pattern, PolicyStatement } from "../document/policyStatement.ts";
import { statementsOf } from "../document/readDocument.ts";
import { shownPattern } from "../document/shownPatterns.ts";
import { openTarget } from "../patterns/starGrants.ts";
import { matches } from "../patterns/wildcards.ts";

/**
 * Every way in which an identity policy document lets its holder get more rights than it gives. Grants of everything are
 * left out: another policy reports them.
 */
export function* findEscalations(document: unknown, at: string): Generator<Finding> {
  for (const statement of statementsOf(document, at)) {
    if (statement.effect === "Allow") yield* findInStatement(statement);
  }
}

function* findInStatement(allow: PolicyStatement): Generator<Finding> {
  const { at } = allow;
  const all = escalationsOf(allow);
  const onEverything = openTarget(allow) !== undefined;
  if (allow.notActions.length > 0 && !onEverything) {
    const [left] = all.filter(({ action }) => !allow.notActions.some((pattern) => names(pattern, action)));
    if (left)
      yield {
        at,
        got: `Allow NotAction that leaves ${left.action}${left.where}`,
        want: left.want,
        fix: left.fix,
      };
  }
  for (const pattern of allow.actions) {
    if (pattern === UNKNOWN || (onEverything && isOpenAction(pattern))) continue;
    const [first, ...more] = all.filter(({ action }) => names(pattern, action));
    // A pattern that matches several is one thing to change.
    if (first)
      yield { at, got: `Allow ${shownGrant(pattern, first, more.length)}`, want: first.want, fix: first.fix };
  }
}

function names(pattern: Pattern, action: string): boolean {
  return pattern !== UNKNOWN && matches(pattern.trim().toLowerCase(), action.toLowerCase());
}

function shownGrant(pattern: string, { action, where }: Escalation, more: number): string {
  const shown = shownPattern(pattern);
  if (pattern.toLowerCase() === action.toLowerCase()) return `${shown}${where}`;
  if (more === 0) return `${shown} that matches ${action}${where}`;
  return `${shown} that matches ${action}${where} and ${more} more ${more === 1 ? "way" : "ways"} to escalate`;
}
