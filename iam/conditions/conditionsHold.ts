import type { ConditionTest } from "../document/policyStatement.ts";
import { arnParts } from "../patterns/arnParts.ts";
import { matches } from "../patterns/wildcards.ts";
import { operatorOf, type WrittenOperator } from "./operators.ts";

/** Condition keys of a request and their values. */
export type RequestContext = Readonly<Record<string, readonly string[]>>;

/**
 * Whether a request may meet conditions. A key that the request says nothing of is taken as met, and so is an operator
 * that compares no text: nothing here knows the time of a request or where it came from. A key without values is one
 * that the request does not have.
 */
export function conditionsHold(conditions: readonly ConditionTest[], context: RequestContext): boolean {
  const given = new Map(Object.entries(context).map(([key, values]) => [key.toLowerCase(), values]));
  return conditions.every((condition) => {
    const values = given.get(condition.key.toLowerCase());
    const operator = operatorOf(condition.operator);
    return values === undefined || operator === undefined || holds(operator, condition, values);
  });
}

const compared = new Set(["text", "arn", "boolean"]);

function holds(operator: WrittenOperator, { values }: ConditionTest, given: readonly string[]): boolean {
  if (operator.type === "presence") return holdsPresence(values, given);
  if (given.length === 0) return holdsWithoutKey(operator);
  if (!compared.has(operator.type)) return true;
  const known = values.filter((value) => typeof value === "string");
  if (known.length < values.length) return true;
  const isListed = (value: string) => known.some((pattern) => valueMatches(operator, pattern, value));
  const meets = (value: string) => isListed(value) !== operator.negated;
  // Without a prefix, a negated operator speaks of every value, and any other of at least one.
  const all = operator.quantifier === undefined ? operator.negated : operator.quantifier === "all";
  return all ? given.every(meets) : given.some(meets);
}

/** `Null` asks whether the key is missing: any of its values may be what the request has. */
function holdsPresence(values: ConditionTest["values"], given: readonly string[]): boolean {
  const missing = String(given.length === 0);
  return values.some((value) => typeof value !== "string" || value.toLowerCase() === missing);
}

/**
 * What holds for a request that lacks the key: `IfExists`, a test of all of its values, and a negated test of one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
function holdsWithoutKey({ ifExists, quantifier, negated }: WrittenOperator): boolean {
  return ifExists || quantifier === "all" || (negated && quantifier === undefined);
}

function valueMatches({ type, wildcards, ignoresCase }: WrittenOperator, pattern: string, value: string) {
  if (type === "arn") return arnMatches(pattern, value);
  if (wildcards) return matches(pattern, value);
  if (ignoresCase || type === "boolean") return pattern.toLowerCase() === value.toLowerCase();
  return pattern === value;
}

/**
 * ARNs are compared part by part, so that a star stays in its part.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
function arnMatches(pattern: string, value: string): boolean {
  const [parts, given] = [arnParts(pattern), arnParts(value)];
  if (parts.length < 6) return matches(pattern, value);
  return given.length === 6 && parts.every((part, index) => matches(part, given[index] ?? ""));
}
