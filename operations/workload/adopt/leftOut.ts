import {
  documentCharacters,
  MAX_DOCUMENT_CHARACTERS,
} from "../../../components/permissions/policyDocuments.ts";
import { parseArn, type Target } from "../../../iam/arn.ts";
import type { Statement } from "../../../iam/statement.ts";
import { statementIssues } from "./plainStatements.ts";

/** A part of a statement that gives nothing. */
export interface LeftOut {
  readonly statement: Statement;
  /** What there is and why it gives nothing, in words. */
  readonly why: string;
}

/** Tells what is in the partition of the stack from what is in another one, which its roles never reach. */
export function ofPartition(statements: readonly Statement[], { partition }: Target) {
  const [within, beyond]: [Statement[], LeftOut[]] = [[], []];
  const isBeyond = (resource: string) => {
    const of = parseArn(resource)?.partition;
    return of !== undefined && !/[*?]/.test(of) && of !== partition;
  };
  for (const statement of statements) {
    const others = statement.Resource.filter(isBeyond);
    const own = statement.Resource.filter((resource) => !isBeyond(resource));
    if (own.length > 0) within.push({ ...statement, Resource: own });
    const why = `got ${statement.Action.join(", ")} on ${others.join(", ")}, which no role of partition ${partition} reaches`;
    if (others.length > 0) beyond.push({ statement: { ...statement, Resource: others }, why });
  }
  return { within, beyond };
}

/** Takes out of statements the actions that give nothing. */
export async function withoutIdle(statements: readonly Statement[]) {
  const [used, leftOut]: [Statement[], LeftOut[]] = [[], []];
  for (const statement of statements) {
    const { actions, others } = await statementIssues(statement);
    const [reason] = others;
    if (reason !== undefined) leftOut.push({ statement, why: reason });
    else {
      for (const [index, why] of actions)
        leftOut.push({ statement: { ...statement, Action: statement.Action.slice(index, index + 1) }, why });
      const left = statement.Action.filter((_, index) => !actions.has(index));
      if (left.length > 0) used.push({ ...statement, Action: left });
    }
  }
  return { statements: used, leftOut };
}

/** A statement whose actions are more than a managed policy holds, in parts; an inline one may be longer. */
export function fitting(statement: Statement): Statement[] {
  const { Action, Resource } = statement;
  const [longest = ""] = Resource.toSorted((one, other) => other.length - one.length);
  const characters = documentCharacters([{ ...statement, Resource: [longest] }]);
  if (characters <= MAX_DOCUMENT_CHARACTERS || Action.length < 2) return [statement];
  const half = Math.ceil(Action.length / 2);
  return [Action.slice(0, half), Action.slice(half)].flatMap((actions) =>
    fitting({ ...statement, Action: actions }),
  );
}

/** Several policies may use a Sid, which one stack file cannot. */
export function withOwnSids(statements: readonly Statement[]): Statement[] {
  const known = new Set<string>();
  return statements.map(({ Sid, ...statement }) => {
    const isNew = Sid !== undefined && !known.has(Sid);
    if (isNew) known.add(Sid);
    return { ...(isNew && { Sid }), ...statement };
  });
}
