import type { PolicyStatement } from "../../../iam/document/policyStatement.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { type Boundary, cutOff } from "../../../iam/effect/cutOff.ts";
import { shownConditions } from "../../../iam/conditions/conditionsCover.ts";
import { allow } from "../../../iam/statement.ts";
import type { May } from "./answer.ts";
import type { Matcher } from "./matching.ts";

/** A Deny of a workload, and where it stands below it. */
export interface PlacedDeny {
  readonly statement: PolicyStatement;
  readonly where: string;
}

/** A permissions boundary. */
export interface CarriedBoundary {
  readonly name: string;
  /** What it may say, once for each account. @default - it is not in the repository */
  readonly statements?: readonly Boundary[];
}

const everything = statementsOf([allow(["*"], ["*"])]);

/**
 * What of an Allow is left by the Deny statements beside it and by the boundary.
 *
 * @param allowed With nothing but what was asked.
 * @param match Finds what was asked in another statement.
 */
export async function limitsOf(
  allowed: PolicyStatement,
  match: Matcher,
  denies: readonly PlacedDeny[],
  boundary: CarriedBoundary | undefined,
): Promise<{ readonly may: May; readonly limits: readonly string[] }> {
  const limits: string[] = [];
  const found = await Promise.all(denies.map(({ statement }) => match(statement)));
  const about = denies.filter((_, index) => found[index] !== undefined);
  const denied = await cutOffIn(allowed, [[...everything, ...about.map(({ statement }) => statement)]]);
  for (const { statement, where } of about) {
    const isAlone = (await cutOffIn(allowed, [[...everything, statement]])) === allowed.actions.length;
    const condition = shownConditions(statement.conditions);
    const takes = isAlone ? "takes all of it" : "takes a part of it, or may";
    limits.push(`the Deny of ${where} ${takes}${condition === "" ? "" : ` where ${condition}`}`);
  }
  const without = boundary?.statements === undefined ? 0 : await cutOffIn(allowed, boundary.statements);
  if (boundary !== undefined && boundary.statements === undefined)
    limits.push(
      `the permissions boundary ${boundary.name}, which is not in the repository, has to allow it too`,
    );
  if (without > 0)
    limits.push(
      `the permissions boundary ${boundary?.name} never allows ${without === allowed.actions.length ? "it" : "a part of it"}`,
    );
  const isGone = allowed.actions.length > 0 && [denied, without].includes(allowed.actions.length);
  return { may: isGone ? "no" : limits.length > 0 ? "limited" : "yes", limits };
}

/** How many actions of a statement some statements never allow. */
async function cutOffIn(allowed: PolicyStatement, boundaries: readonly Boundary[]): Promise<number> {
  const actions = new Set<PropertyKey | undefined>();
  for await (const { path } of cutOff(allowed, boundaries)) actions.add(path[1]);
  return actions.size;
}
