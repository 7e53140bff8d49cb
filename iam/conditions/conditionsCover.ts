import type { ConditionTest, Pattern } from "../document/policyStatement.ts";
import { arnCovers, textCovers } from "../patterns/patternCovers.ts";
import { type Operator, operatorOf } from "./operators.ts";

/**
 * Whether a statement with the conditions `wide` applies wherever one with `narrow` does. Keys limit together, values of
 * a key one by one; a negated operator limits more with more values. What is neither is compared for equality.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionsCover(wide: readonly ConditionTest[], narrow: readonly ConditionTest[]): boolean {
  return wide.every((condition) =>
    narrow.some(
      (other) =>
        sameWord(condition.operator, other.operator) &&
        sameWord(condition.key, other.key) &&
        valuesCover(operatorOf(condition.operator), condition.values, other.values),
    ),
  );
}

const sameWord = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** A value that is repeated says nothing more. */
function valuesCover(
  operator: Operator | undefined,
  given: readonly Pattern[],
  others: readonly Pattern[],
): boolean {
  const [wide, narrow] = [[...new Set(given)], [...new Set(others)]];
  if (operator?.listsValues === true && !operator.negated)
    return narrow.every((value) => wide.some((other) => valueCovers(operator, other, value)));
  const covers = wide.every((value) => narrow.includes(value));
  return operator?.negated === true ? covers : covers && wide.length === narrow.length;
}

/** Values are compared as they are; only some operators take them for patterns. Two unknown ones may differ. */
function valueCovers({ type, wildcards }: Operator, wide: Pattern, narrow: Pattern): boolean {
  if (typeof wide !== "string" || typeof narrow !== "string") return false;
  if (!wildcards) return wide === narrow;
  return type === "arn" ? arnCovers(wide, narrow) : textCovers(wide, narrow);
}

/** Conditions as a line shows them: `aws:RequestedRegion StringEquals eu-central-1`. */
export function shownConditions(conditions: readonly ConditionTest[]): string {
  return conditions
    .map(({ operator, key, values }) => `${key} ${operator} ${values.map(String).sort().join(" or ")}`)
    .sort()
    .join(" and ");
}
