import type { ConditionTest, Pattern } from "../document/policyStatement.ts";
import { variablesIn } from "../patterns/variables.ts";
import { type WrittenOperator, operatorOf } from "./operators.ts";
import { valueCovers } from "./valueCovers.ts";

/**
 * Whether a statement with the conditions `wide` applies wherever one with `narrow` does. Keys limit together, values of
 * a key one by one; a negated operator limits more with more values. False where that is not sure.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function conditionsCover(wide: readonly ConditionTest[], narrow: readonly ConditionTest[]): boolean {
  return wide.every((condition) => narrow.some((other) => testCovers(condition, other)));
}

const sameWord = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Whether a request that meets one test meets another one too. */
function testCovers(wide: ConditionTest, narrow: ConditionTest): boolean {
  if (!sameWord(wide.key, narrow.key)) return false;
  if (sameWord(wide.operator, narrow.operator) && sameSet(wide.values, narrow.values)) return true;
  const [to, from] = [operatorOf(wide.operator), operatorOf(narrow.operator)];
  if (to === undefined || from === undefined) return false;
  if (to.type === "presence" || from.type === "presence") return presenceCovers(to, wide, from, narrow);
  return to.type === from.type && isForm(to, from) && valuesCover(to, wide.values, from, narrow.values);
}

/** Whether an operator holds wherever another one does, as far as that is not decided by values. */
function isForm(to: WrittenOperator, from: WrittenOperator): boolean {
  if (to.negated !== from.negated || to.quantifier !== from.quantifier) return false;
  // AWS does not say what IfExists adds to a prefix.
  if (to.quantifier !== undefined) return to.ifExists === from.ifExists;
  return to.ifExists || !from.ifExists || to.negated;
}

/** `Null` asks whether the request has the key, which the others imply in one direction. */
function presenceCovers(
  to: WrittenOperator,
  wide: ConditionTest,
  from: WrittenOperator,
  narrow: ConditionTest,
): boolean {
  const asked = (test: ConditionTest) =>
    new Set(test.values.map((value) => String(value).toLowerCase())).size === 1
      ? String(test.values[0]).toLowerCase()
      : undefined;
  if (to.type === from.type) return asked(wide) !== undefined && asked(wide) === asked(narrow);
  if (to.type === "presence")
    return asked(wide) === "false" && !from.negated && !from.ifExists && from.quantifier !== "all";
  return asked(narrow) === "true" && to.quantifier === undefined && (to.negated || to.ifExists);
}

function valuesCover(
  to: WrittenOperator,
  wide: readonly Pattern[],
  from: WrittenOperator,
  narrow: readonly Pattern[],
): boolean {
  // Operators that compare with a limit or a flag are meant for one value.
  const isSingle = [wide, narrow].every((values) => new Set(values).size === 1);
  if (!isSingle && !(to.listsValues && from.listsValues)) return false;
  if (!to.negated) return narrow.every((value) => wide.some((other) => valueCovers(to, other, from, value)));
  return (
    variablesOf(wide).every((variable) => variablesOf(narrow).includes(variable)) &&
    wide.every((value) => narrow.some((other) => valueCovers(from, other, to, value)))
  );
}

/** Where a request has no value for one, AWS may take the whole statement for invalid. */
const variablesOf = (values: readonly Pattern[]) => values.flatMap((value) => variablesIn(String(value)));

/** A value that is repeated says nothing more. */
function sameSet(one: readonly Pattern[], other: readonly Pattern[]): boolean {
  const [ones, others] = [new Set(one), new Set(other)];
  // Two unknown values may differ.
  return (
    ones.size === others.size && [...ones].every((value) => typeof value === "string" && others.has(value))
  );
}

/** Keys that hold several values, of which each may be met by another value of the condition. */
const SEVERAL = /(?:tagkeys|calledvia|orgpaths|nameslist|attributes|leadingkeys)$/i;

/** So many parts are compared one by one. */
const MOST_PARTS = 64;

/** Conditions that hold together wherever these do: each with one value where several are alternatives. */
export function alternatives(conditions: readonly ConditionTest[]): readonly (readonly ConditionTest[])[] {
  let all: readonly (readonly ConditionTest[])[] = [[]];
  for (const test of conditions) {
    const operator = operatorOf(test.operator);
    const values = [...new Set(test.values)];
    const isSplit =
      operator?.listsValues === true &&
      !operator.negated &&
      operator.quantifier !== "all" &&
      (operator.quantifier === "any" || !SEVERAL.test(test.key)) &&
      all.length * values.length <= MOST_PARTS;
    const parts: readonly ConditionTest[] = isSplit
      ? values.map((value) => ({ ...test, values: [value] }))
      : [test];
    all = all.flatMap((begun) => parts.map((part) => [...begun, part]));
  }
  return all;
}

/** Conditions as a line shows them: `aws:RequestedRegion StringEquals eu-central-1`. */
export function shownConditions(conditions: readonly ConditionTest[]): string {
  return conditions
    .map(({ operator, key, values }) => `${key} ${operator} ${values.map(String).sort().join(" or ")}`)
    .sort()
    .join(" and ");
}
