import { operatorOf, operators, type ValueType } from "../conditions/operators.ts";
import { shownPattern } from "../document/shownPatterns.ts";
import type { PolicyStatement } from "../document/policyStatement.ts";
import { didYouMean } from "../nearest.ts";
import { comparable } from "./comparable.ts";
import type { Ineffective } from "./ineffective.ts";

/** What an operator of each type compares with. Text compares with any. */
const wanted: Partial<Record<ValueType, string>> = {
  number: "a number such as 3600",
  date: "a date such as 2027-03-31T00:00:00Z, or seconds since 1970",
  boolean: "true or false",
  presence: "true or false",
  binary: "base64",
  address: "an address or a range such as 203.0.113.0/24",
  arn: "an ARN, which may hold the wildcards * and ?",
};

/** Operators that IAM does not know, and values that theirs cannot compare with anything. */
export function* incomparableValues(statement: PolicyStatement): Generator<Ineffective> {
  const unknown = new Set<string>();
  for (const { operator, key, values } of statement.conditions) {
    const known = operatorOf(operator);
    if (known === undefined) {
      if (!unknown.has(operator)) yield unknownOperator(operator);
      unknown.add(operator);
      continue;
    }
    for (const value of values) {
      // A variable stands for whatever the request brings.
      if (typeof value !== "string" || value.includes("${") || comparable(known.type, value)) continue;
      yield {
        path: ["Condition", operator, key],
        value: shownPattern(value),
        does: `for ${key}, which ${known.name} cannot compare`,
        want: wanted[known.type] ?? "text",
      };
    }
  }
}

function unknownOperator(operator: string): Ineffective {
  const plain = operator.replace(/^For(?:All|Any)Values?:/i, "").replace(/IfExists$/i, "");
  return {
    path: ["Condition", operator],
    value: shownPattern(operator),
    does: "as a condition operator",
    want: `an operator that IAM knows${didYouMean(plain, Object.keys(operators))}`,
  };
}
