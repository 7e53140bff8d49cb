import type { Statement } from "../../iam/statement.ts";

/**
 * Statements that differ only in their resources become one, at the place of the first. Statements with a Sid stay as
 * they are, since a Sid is the writer's own label.
 */
export function mergeStatements(statements: readonly Statement[]): Statement[] {
  const merged = new Map<string, Statement>();
  statements.forEach((statement, index) => {
    const key =
      statement.Sid === undefined
        ? JSON.stringify([statement.Effect, statement.Action, statement.Condition])
        : `${index}`;
    const earlier = merged.get(key);
    merged.set(
      key,
      earlier
        ? { ...earlier, Resource: [...new Set([...earlier.Resource, ...statement.Resource])] }
        : statement,
    );
  });
  return [...merged.values()];
}
