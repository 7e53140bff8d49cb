import assert from "node:assert/strict";
import { operatorOf, operators } from "../../../iam/conditions/operators.ts";

/**
 * Every operator in the order of AWS's page: the type of its values, and of these words those that are true of it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const table: Readonly<Record<string, string>> = {
  StringEquals: "text, lists values",
  StringNotEquals: "text, negated, lists values",
  StringEqualsIgnoreCase: "text, ignores case, lists values",
  StringNotEqualsIgnoreCase: "text, negated, ignores case, lists values",
  StringLike: "text, wildcards, lists values",
  StringNotLike: "text, negated, wildcards, lists values",
  NumericEquals: "number, lists values",
  NumericNotEquals: "number, negated, lists values",
  NumericLessThan: "number",
  NumericLessThanEquals: "number",
  NumericGreaterThan: "number",
  NumericGreaterThanEquals: "number",
  DateEquals: "date, lists values",
  DateNotEquals: "date, negated, lists values",
  DateLessThan: "date",
  DateLessThanEquals: "date",
  DateGreaterThan: "date",
  DateGreaterThanEquals: "date",
  Bool: "boolean",
  BinaryEquals: "binary",
  IpAddress: "address, lists values",
  NotIpAddress: "address, negated, lists values",
  ArnEquals: "arn, wildcards, lists values",
  ArnLike: "arn, wildcards, lists values",
  ArnNotEquals: "arn, negated, wildcards, lists values",
  ArnNotLike: "arn, negated, wildcards, lists values",
  Null: "presence",
};

/** As a document writes them, with the name, who has to match, and whether an absent key is enough. */
const written: readonly (readonly [string, string | undefined])[] = [
  ["StringEquals", "StringEquals"],
  ["stringequals", "StringEquals"],
  ["StringEqualsIfExists", "StringEquals, if it exists"],
  ["StringEqualsIgnoreCaseIfExists", "StringEqualsIgnoreCase, if it exists"],
  ["ForAnyValue:StringLike", "StringLike, any"],
  ["ForAllValues:ArnNotLikeIfExists", "ArnNotLike, all, if it exists"],
  ["forallvalues:bool", "Bool, all"],
  ["BoolIfExists", "Bool, if it exists"],
  ["Null", "Null"],
  ["NullIfExists", undefined],
  ["StringEqual", undefined],
  ["ForSomeValues:StringEquals", undefined],
  ["ForAnyValue:", undefined],
  ["IfExists", undefined],
  ["StringEquals IfExists", undefined],
  ["StringEquals\n", undefined],
  ["toString", undefined],
  ["__proto__", undefined],
  ["", undefined],
];

describe("the condition operators", () => {
  it("are those of AWS's page", () => {
    const found = Object.entries(operators).map(([name, operator]) => {
      const { type, negated, wildcards, ignoresCase, listsValues } = operator;
      const words = [
        type,
        ...(negated ? ["negated"] : []),
        ...(wildcards ? ["wildcards"] : []),
        ...(ignoresCase ? ["ignores case"] : []),
        ...(listsValues ? ["lists values"] : []),
      ];
      return [name, words.join(", ")];
    });
    assert.deepEqual(found, Object.entries(table));
  });

  for (const [text, read] of written) {
    it(`${JSON.stringify(text)} is ${read ?? "none that IAM knows"}`, () => {
      const operator = operatorOf(text);
      const words = operator && [
        operator.name,
        ...(operator.quantifier ? [operator.quantifier] : []),
        ...(operator.ifExists ? ["if it exists"] : []),
      ];
      assert.equal(words?.join(", "), read);
    });
  }
});
