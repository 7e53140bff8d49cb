import assert from "node:assert/strict";
import { conditionsHold, type RequestContext } from "../../../iam/conditions/conditionsHold.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { UNKNOWN } from "../../../iam/document/unknownValue.ts";

const role = "arn:aws:iam::111122223333:role/orders";

/** An operator with its values, the values of the request, and whether the condition may be met. */
const cases: readonly (readonly [operator: string, values: unknown, request: readonly string[], boolean])[] =
  [
    ["StringEquals", "a", ["a"], true],
    ["StringEquals", ["a", "b"], ["b"], true],
    ["StringEquals", "a", ["A"], false],
    ["StringEquals", "a*", ["ab"], false],
    ["StringEquals", "a*", ["a*"], true],
    ["StringEqualsIgnoreCase", "a", ["A"], true],
    ["StringEqualsIfExists", "a", ["b"], false],
    ["StringNotEquals", ["a", "b"], ["b"], false],
    ["StringNotEquals", ["a", "b"], ["c"], true],
    ["StringNotEqualsIgnoreCase", "a", ["A"], false],
    ["StringLike", "a*", ["ab"], true],
    ["StringLike", "a?", ["a"], false],
    ["StringNotLike", "a*", ["ab"], false],
    ["ArnLike", "arn:aws:iam::*:role/orders", [role], true],
    ["ArnEquals", "arn:aws:iam::*:role/orders", [role], true],
    ["ArnLike", "arn:aws:sns:*:*:orders", ["arn:aws:sns:eu-central-1:111122223333:a:orders"], false],
    ["ArnLike", "arn:aws:sns:*:*:*:orders", ["arn:aws:sns:eu-central-1:111122223333:a:orders"], true],
    ["ArnLike", "*", [role], true],
    ["ArnLike", "arn:aws:iam::*:role/*", ["orders"], false],
    ["ArnNotEquals", "arn:aws:iam::*:role/orders", [role], false],
    ["Bool", true, ["true"], true],
    ["Bool", "True", ["false"], false],
    ["ForAnyValue:StringEquals", "a", ["a", "z"], true],
    ["ForAnyValue:StringEquals", "a", ["y", "z"], false],
    ["ForAllValues:StringEquals", ["a", "b"], ["a", "b"], true],
    ["ForAllValues:StringEquals", "a", ["a", "z"], false],
    ["ForAllValues:StringEquals", "a", [], true],
    ["ForAnyValue:StringNotEquals", "a", ["a", "z"], true],
    ["ForAllValues:StringNotEquals", "a", ["a", "z"], false],
    // A key without values is one that the request does not have.
    ["StringEquals", "a", [], false],
    ["StringEqualsIfExists", "a", [], true],
    ["StringNotEquals", "a", [], true],
    ["ForAnyValue:StringEquals", "a", [], false],
    ["ForAnyValue:StringNotEquals", "a", [], false],
    ["NumericLessThan", "1", [], false],
    ["Null", "true", [], true],
    ["Null", "true", ["a"], false],
    ["Null", false, ["a"], true],
    ["Null", "False", [], false],
    // What is not compared here is taken as met, and so is what nobody knows yet.
    ["NumericLessThan", "1", ["2"], true],
    ["IpAddress", "10.0.0.0/8", ["192.0.2.1"], true],
    ["NoSuchOperator", "a", ["b"], true],
    ["StringEquals", [UNKNOWN, "a"], ["b"], true],
  ];

describe("a condition", () => {
  for (const [operator, values, request, is] of cases) {
    const shown = [operator, ...[values].flat().map(String)].join(" ");
    it(`${is ? "may be" : "is not"} met: ${shown} by ${JSON.stringify(request)}`, () => {
      const [statement] = statementsOf([{ Condition: { [operator]: { "aws:Key": values } } }]);
      assert.equal(conditionsHold(statement?.conditions ?? [], { "AWS:key": request }), is);
    });
  }

  it("is taken as met where the request says nothing of its key, and has to hold with all others", () => {
    const Condition = { StringEquals: { "aws:a": "a", "aws:b": "b" }, StringLike: { "aws:c": "c*" } };
    const conditions = statementsOf([{ Condition }])[0]?.conditions ?? [];
    const contexts: readonly RequestContext[] = [
      {},
      { "aws:a": ["a"] },
      { "aws:a": ["a"], "aws:c": ["d"] },
      { "aws:b": ["a"] },
    ];
    assert.deepEqual(
      contexts.map((context) => conditionsHold(conditions, context)),
      [true, true, false, false],
    );
  });
});
