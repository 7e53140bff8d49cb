import type { PolicyStatement } from "../document/policyStatement.ts";

/** The condition keys that a statement tests, under whatever operator, in lower case: `aws:resourcetag/team`. */
export function conditionKeys({ conditions }: PolicyStatement): string[] {
  return conditions.map(({ key }) => key.toLowerCase());
}
