import type { PolicyStatement } from "../document/policyStatement.ts";
import type { PolicyDocument } from "../document/readDocument.ts";
import { unknownParts } from "../document/unknownParts.ts";
import { type StatementRights, statementRights } from "../covers/statementCovers.ts";

/** A document as far as it can be compared with another. */
export interface ComparableDocument {
  readonly statements: readonly StatementRights[];
  /** What could not be read, in words; empty for every document that IAM accepts. */
  readonly doubts: readonly string[];
  readonly version: string;
  readonly usesVariables: boolean;
}

export function comparable({ version, statements, problems }: PolicyDocument): ComparableDocument {
  return {
    statements: statements.map(inOneOrder),
    doubts: [
      ...problems
        // A document of no statement grants nothing, which is a judgement and no doubt.
        .filter(({ element }) => element !== "Statement")
        .map(({ kind, at, found }) => `${at || "the document"}: ${kind === "unknown" ? "unknown" : found}`),
      ...statements.filter(holdsUnknown).map(({ at }) => `${at}: unknown in part`),
    ],
    version,
    usesVariables: JSON.stringify(statements).includes("${"),
  };
}

function holdsUnknown(statement: PolicyStatement): boolean {
  return unknownParts(statement, "").next().done === false;
}

/** The order of the values of a condition says nothing, so it is always the same. */
function inOneOrder(statement: PolicyStatement): StatementRights {
  const rights = statementRights(statement);
  const conditions = rights.conditions.map((test) => ({
    ...test,
    values: test.values.toSorted((one, other) => (String(one) < String(other) ? -1 : 1)),
  }));
  return { ...rights, conditions };
}
