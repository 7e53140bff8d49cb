import { statementsOf } from "../../iam/document/readDocument.ts";
import { eachRight, rightsCover, statementRights } from "../../iam/covers/statementCovers.ts";
import type { Statement } from "../../iam/statement.ts";

/** The statements that one `access` entry compiles to. */
export interface GrantStatements {
  readonly statements: readonly Statement[];
}

/**
 * Pairs of grants where one allows nothing that the other does not allow already: the position of the needless one and
 * the position of the one that covers it. Of two equal grants the later is the needless one.
 */
export function coveredGrants(grants: readonly GrantStatements[]): { needless: number; coveredBy: number }[] {
  const read = grants.map(({ statements }) => {
    const wide = statementsOf(statements).map(statementRights);
    return { wide, narrow: wide.flatMap(eachRight) };
  });
  return read.flatMap((grant, needless) => {
    const coveredBy = read.findIndex(
      (other, position) =>
        position !== needless &&
        rightsCover(other.wide, grant.narrow) &&
        (position < needless || !rightsCover(grant.wide, other.narrow)),
    );
    return coveredBy === -1 ? [] : [{ needless, coveredBy }];
  });
}
