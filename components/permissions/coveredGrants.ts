import type { Condition, Statement } from "../../iam/statement.ts";

/** The statements that one `access` entry compiles to. */
export interface GrantStatements {
  readonly statements: readonly Statement[];
}

/**
 * Pairs of grants where one allows nothing that the other does not allow already: the position of the needless one and
 * the position of the one that covers it. Of two equal grants the later is the needless one.
 */
export function coveredGrants(grants: readonly GrantStatements[]): { needless: number; coveredBy: number }[] {
  return grants.flatMap((grant, needless) => {
    const coveredBy = grants.findIndex(
      (other, position) =>
        position !== needless && covers(other, grant) && (position < needless || !covers(grant, other)),
    );
    return coveredBy === -1 ? [] : [{ needless, coveredBy }];
  });
}

function covers(wide: GrantStatements, narrow: GrantStatements): boolean {
  return narrow.statements.every((statement) =>
    wide.statements.some((candidate) => statementCovers(candidate, statement)),
  );
}

function statementCovers(wide: Statement, narrow: Statement): boolean {
  return (
    narrow.Action.every((action) => wide.Action.includes(action)) &&
    narrow.Resource.every((resource) => wide.Resource.some((pattern) => patternCovers(pattern, resource))) &&
    conditionCovers(wide.Condition, narrow.Condition)
  );
}

function conditionCovers(wide: Condition | undefined, narrow: Condition | undefined): boolean {
  if (wide === undefined || JSON.stringify(wide) === JSON.stringify(narrow)) return true;
  if (narrow === undefined) return false;
  return Object.entries(wide).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => {
      const values = narrow[operator]?.[key];
      if (operator !== "StringLike" || values === undefined) return false;
      return values.every((value) => patterns.some((pattern) => patternCovers(pattern, value)));
    }),
  );
}

/**
 * True where every text that `narrow` matches is matched by `wide`. A star of `narrow` counts as one more character,
 * which a star of `wide` swallows and nothing else does.
 */
function patternCovers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  const source = wide
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, "[^]*")
    .replace(/\?/g, "[^*]");
  return new RegExp(`^${source}$`).test(narrow);
}
