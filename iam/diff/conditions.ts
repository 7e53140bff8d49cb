import { resourceCovers, textCovers } from "../patterns/coverage.ts";
import type { Condition } from "./statements.ts";

/** Operators of which a statement with fewer values applies less often, without a prefix or `IfExists`. */
const anyOf =
  /^(?:string(?:equals|equalsignorecase|like)|arn(?:equals|like)|numericequals|dateequals|ipaddress)$/;

/**
 * Whether a statement with the conditions `wide` applies wherever one with `narrow` does. Keys limit together, values of
 * a key one by one; a negated operator limits more with more values. What is neither is compared for equality.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionsCover(wide: readonly Condition[], narrow: readonly Condition[]): boolean {
  return wide.every((condition) =>
    narrow.some(
      (other) =>
        sameWord(condition.operator, other.operator) &&
        sameWord(condition.key, other.key) &&
        valuesCover(condition.operator.toLowerCase(), condition.values, other.values),
    ),
  );
}

const sameWord = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** A value that is repeated says nothing more. */
function valuesCover(operator: string, given: readonly string[], others: readonly string[]): boolean {
  const [wide, narrow] = [[...new Set(given)], [...new Set(others)]];
  const plain = operator.replace(/^for(?:any|all)values?:/, "").replace(/ifexists$/, "");
  if (anyOf.test(plain)) {
    const covers = patternsOf(plain);
    return narrow.every((value) => wide.some((other) => covers(other, value)));
  }
  if (plain.includes("not")) return wide.every((value) => narrow.includes(value));
  return wide.length === narrow.length && wide.every((value) => narrow.includes(value));
}

/** How the values of an operator are compared: some are patterns. */
function patternsOf(operator: string): (wide: string, narrow: string) => boolean {
  if (operator === "stringlike") return textCovers;
  return operator.startsWith("arn") ? resourceCovers : (wide, narrow) => wide === narrow;
}

/** Conditions as a line shows them: `aws:RequestedRegion StringEquals eu-central-1`. */
export function shownConditions(conditions: readonly Condition[]): string {
  return conditions
    .map(({ operator, key, values }) => `${key} ${operator} ${values.join(" or ")}`)
    .sort()
    .join(" and ");
}
