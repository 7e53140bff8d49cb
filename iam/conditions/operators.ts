import { latest } from "../latest.ts";

/** What the values of an operator are compared as. `presence` asks only whether the request has the key. */
export type ValueType = "text" | "number" | "date" | "boolean" | "binary" | "address" | "arn" | "presence";

/** What a condition operator does, without its prefix or suffix. */
export interface Operator {
  readonly type: ValueType;
  /** Whether it holds where the value of the request is none of those listed, and so also where there is none. */
  readonly negated: boolean;
  /** Whether `*` and `?` in its values stand for other characters. */
  readonly wildcards: boolean;
  /** Whether it takes upper and lower case for the same. */
  readonly ignoresCase: boolean;
  /**
   * Whether each value of a list counts for itself, so that with fewer of them fewer requests meet the operator, or more
   * of them where it is negated. Those that compare with a limit or a flag are meant for one value.
   */
  readonly listsValues: boolean;
}

const equals = (type: ValueType): Operator => ({
  type,
  negated: false,
  wildcards: false,
  ignoresCase: false,
  listsValues: true,
});
const not = (operator: Operator): Operator => ({ ...operator, negated: true });
const like = (type: ValueType): Operator => ({ ...equals(type), wildcards: true });
const single = (type: ValueType): Operator => ({ ...equals(type), listsValues: false });
const anyCase: Operator = { ...equals("text"), ignoresCase: true };

/**
 * Every condition operator of IAM. The ARN operators take wildcards whatever their names say.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const operators: Readonly<Record<string, Operator>> = {
  StringEquals: equals("text"),
  StringNotEquals: not(equals("text")),
  StringEqualsIgnoreCase: anyCase,
  StringNotEqualsIgnoreCase: not(anyCase),
  StringLike: like("text"),
  StringNotLike: not(like("text")),
  NumericEquals: equals("number"),
  NumericNotEquals: not(equals("number")),
  NumericLessThan: single("number"),
  NumericLessThanEquals: single("number"),
  NumericGreaterThan: single("number"),
  NumericGreaterThanEquals: single("number"),
  DateEquals: equals("date"),
  DateNotEquals: not(equals("date")),
  DateLessThan: single("date"),
  DateLessThanEquals: single("date"),
  DateGreaterThan: single("date"),
  DateGreaterThanEquals: single("date"),
  Bool: single("boolean"),
  BinaryEquals: single("binary"),
  IpAddress: equals("address"),
  NotIpAddress: not(equals("address")),
  ArnEquals: like("arn"),
  ArnLike: like("arn"),
  ArnNotEquals: not(like("arn")),
  ArnNotLike: not(like("arn")),
  Null: single("presence"),
};

/** An operator as a document writes it: `ForAnyValue:StringEqualsIfExists`. */
export interface WrittenOperator extends Operator {
  /** As IAM spells it, without prefix and suffix. */
  readonly name: string;
  /** For keys of several values: whether all of them have to match, or any. @default - the key has one value */
  readonly quantifier?: "all" | "any";
  /** Whether it holds where the request does not have the key. */
  readonly ifExists: boolean;
}

const byLowerCase = new Map(Object.keys(operators).map((name) => [name.toLowerCase(), name]));

/** Conditions of a document have the same few operators. */
const known = latest<WrittenOperator | "none">(1_000);

/** An operator read in any case; undefined where IAM knows none of that name. */
export function operatorOf(written: string): WrittenOperator | undefined {
  const operator = known.get(written) ?? readOperator(written) ?? "none";
  known.set(written, operator);
  return operator === "none" ? undefined : operator;
}

function readOperator(written: string): WrittenOperator | undefined {
  const [, prefix, plain = "", suffix] =
    /^(?:for(all|any)values?:)?(.*?)(ifexists)?$/s.exec(written.toLowerCase()) ?? [];
  const name = byLowerCase.get(plain);
  const operator = name === undefined ? undefined : operators[name];
  if (name === undefined || operator === undefined) return undefined;
  // IAM takes IfExists with every operator but the one that asks for just that.
  if (suffix !== undefined && operator.type === "presence") return undefined;
  const quantifier = prefix === "all" || prefix === "any" ? { quantifier: prefix } : {};
  return { name, ...operator, ...quantifier, ifExists: suffix !== undefined } as WrittenOperator;
}
