import { policyDocument } from "../document/readDocument.ts";
import { eachRight, isCovered, type Right } from "../covers/statementCovers.ts";
import { comparable, type ComparableDocument } from "./comparable.ts";

/**
 * Whether `after` may allow anything that `before` does not. Each is JSON text, an object, or a list of statements.
 *
 * False only where it is sure: every action, resource and condition that is allowed lies within one statement that
 * allowed it before, and every Deny is still there. IAM joins statements in more ways than are tried here, so a true
 * may be a false alarm.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function widens(before: unknown, after: unknown): boolean {
  return documentWidens(comparable(policyDocument(before)), comparable(policyDocument(after)));
}

/** The same of documents that are read already. */
export function documentWidens(before: ComparableDocument, after: ComparableDocument): boolean {
  if (before.doubts.length > 0 || after.doubts.length > 0) return true;
  const readsVariables = before.usesVariables || after.usesVariables;
  if (before.version !== after.version && readsVariables) return true;
  return (
    rightsIn(after, "Allow").some((right) => !isCovered(right, before.statements)) ||
    rightsIn(before, "Deny").some((right) => !isCovered(right, after.statements))
  );
}

/** Everything that a document allows or denies, one by one. */
export function rightsIn({ statements }: ComparableDocument, effect: Right["effect"]): Right[] {
  return statements.filter((statement) => statement.effect === effect).flatMap(eachRight);
}
