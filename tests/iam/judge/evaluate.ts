import { type Condition, isMet } from "./conditions.ts";
import { type Context, matchesAction, matchesResource } from "./patterns.ts";

/** A statement of an identity policy, with every element that may be a list as a list. */
export interface JudgedStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Condition;
}

export interface JudgedDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly JudgedStatement[];
}

/** What somebody asks AWS for. */
export interface Request {
  /** `s3:GetObject`. */
  readonly action: string;
  /** An ARN without wildcards, or `*` for an action that is about nothing in particular. */
  readonly resource: string;
  readonly context: Context;
}

/**
 * Whether a policy allows a request, if nothing else speaks for or against it: some Allow applies and no Deny does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function isAllowed({ Statement }: JudgedDocument, request: Request): boolean {
  const applying = Statement.filter((statement) => applies(statement, request));
  return applying.length > 0 && applying.every(({ Effect }) => Effect === "Allow");
}

/** Whether a statement is about a request. */
export function applies(statement: JudgedStatement, { action, resource, context }: Request): boolean {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  return (
    named(Action, NotAction, (pattern) => matchesAction(pattern, action)) &&
    named(Resource, NotResource, (pattern) => matchesResource(pattern, resource, context)) &&
    isMet(Condition, context)
  );
}

function named(
  patterns: readonly string[] | undefined,
  excluded: readonly string[] | undefined,
  isMatch: (pattern: string) => boolean,
): boolean {
  return patterns === undefined ? !(excluded ?? []).some(isMatch) : patterns.some(isMatch);
}
