import assert from "node:assert/strict";
import type { Condition } from "./conditions.ts";
import { isAllowed, type JudgedStatement } from "./evaluate.ts";
import { matchesAction, matchesArn, matchesResource } from "./patterns.ts";

const context = (keys: Readonly<Record<string, string | readonly string[]>>) =>
  new Map(Object.entries(keys).map(([key, values]) => [key.toLowerCase(), [values].flat()]));

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
const resources: readonly (readonly [pattern: string, resource: string, boolean])[] = [
  ["*", "arn:aws:s3:::a", true],
  ["arn:aws:s3:::a/*/test/*", "arn:aws:s3:::a/1///test///object.jpg", true],
  ["arn:aws:s3:::a/*/test/*", "arn:aws:s3:::a/1-test/object.jpg", false],
  ["arn:aws:iam::111122223333:user/Bob", "arn:aws:iam::111122223333:user/bob", false],
  ["arn:aws:sqs", "arn:aws:sqs:eu-central-1:111122223333:orders", true],
  ["arn:aws:sqs", "arn:aws:sns:eu-central-1:111122223333:orders", false],
  ["arn:aws:lambda:*", "arn:aws:lambda:eu-central-1:111122223333:function:a", true],
  ["arn:aws:sqs:eu?central-1:*:a", "arn:aws:sqs:eu-central-1:111122223333:a", true],
  ["arn:aws:sqs:*l-1:a:b", "arn:aws:sqs:eu:x-central-1:a:b", false],
  ["arn:aws:s3:::${aws:username}/*", "arn:aws:s3:::alice/a", true],
  ["arn:aws:s3:::${aws:username}/*", "arn:aws:s3:::bob/a", false],
  ["arn:aws:s3:::${aws:PrincipalTag/team, 'all'}/*", "arn:aws:s3:::all/a", true],
  ["arn:aws:s3:::${aws:PrincipalTag/team}/*", "arn:aws:s3:::/a", false],
  ["arn:aws:s3:::${*}", "arn:aws:s3:::*", true],
  ["arn:aws:s3:::${*}", "arn:aws:s3:::a", false],
];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const conditions: readonly (readonly [
  Condition,
  Readonly<Record<string, string | readonly string[]>>,
  boolean,
])[] = [
  [{ StringEquals: { "aws:A": ["x", "y"] } }, { "aws:a": "y" }, true],
  [{ StringEquals: { "aws:A": ["x*"] } }, { "aws:a": "xy" }, false],
  [{ StringEquals: { "aws:A": ["${aws:username}"] } }, { "aws:a": "alice", "aws:username": "alice" }, true],
  [{ StringEquals: { "aws:A": ["x"] } }, {}, false],
  [{ StringEqualsIfExists: { "aws:A": ["x"] } }, {}, true],
  [{ StringEqualsIfExists: { "aws:A": ["x"] } }, { "aws:a": "y" }, false],
  [{ StringNotEquals: { "aws:A": ["x", "y"] } }, { "aws:a": "y" }, false],
  [{ StringNotEquals: { "aws:A": ["x"] } }, {}, true],
  [{ StringEqualsIgnoreCase: { "aws:A": ["X"] } }, { "aws:a": "x" }, true],
  [{ StringNotLike: { "aws:A": ["x*"] } }, { "aws:a": "xy" }, false],
  [{ Null: { "aws:A": ["true"] } }, {}, true],
  [{ Null: { "aws:A": ["true"] } }, { "aws:a": "x" }, false],
  [{ Null: { "aws:A": ["false"] } }, { "aws:a": "x" }, true],
  [{ "ForAllValues:StringEquals": { "aws:TagKeys": ["a", "b"] } }, { "aws:TagKeys": ["a", "b"] }, true],
  [{ "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } }, { "aws:TagKeys": ["a", "b"] }, false],
  [{ "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } }, {}, true],
  [{ "ForAnyValue:StringEquals": { "aws:TagKeys": ["a"] } }, { "aws:TagKeys": ["a", "b"] }, true],
  [{ "ForAnyValue:StringEquals": { "aws:TagKeys": ["a"] } }, {}, false],
  [{ "ForAnyValue:StringNotEquals": { "aws:TagKeys": ["a"] } }, { "aws:TagKeys": ["a", "b"] }, true],
  [{ Bool: { "aws:A": ["True"] } }, { "aws:a": "true" }, true],
  [{ NumericLessThan: { "aws:A": ["10"] } }, { "aws:a": "9" }, true],
  [{ NumericLessThan: { "aws:A": ["10"] } }, { "aws:a": "10" }, false],
  [{ NumericGreaterThanEquals: { "aws:A": ["10"] } }, { "aws:a": "10" }, true],
  [{ DateLessThan: { "aws:A": ["2027-01-01T00:00:00Z"] } }, { "aws:a": "2026-12-31T23:59:59Z" }, true],
  [{ DateGreaterThan: { "aws:A": ["2027-01-01T00:00:00Z"] } }, { "aws:a": "2026-12-31T23:59:59Z" }, false],
  [{ IpAddress: { "aws:A": ["203.0.113.0/24"] } }, { "aws:a": "203.0.113.255" }, true],
  [{ IpAddress: { "aws:A": ["203.0.113.0/25"] } }, { "aws:a": "203.0.113.255" }, false],
  [{ NotIpAddress: { "aws:A": ["203.0.113.7"] } }, { "aws:a": "203.0.113.7" }, false],
];

const allow: JudgedStatement = { Effect: "Allow", Action: ["s3:*"], Resource: ["*"] };

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
const documents: readonly (readonly [name: string, Statement: readonly JudgedStatement[], boolean])[] = [
  ["nothing", [], false],
  ["an Allow", [allow], true],
  ["a Deny beside an Allow", [allow, { ...allow, Effect: "Deny", Action: ["s3:GetObject"] }], false],
  ["a Deny of something else", [allow, { ...allow, Effect: "Deny", Action: ["s3:PutObject"] }], true],
  ["a NotAction that leaves it", [{ Effect: "Allow", NotAction: ["iam:*"], Resource: ["*"] }], true],
  ["a NotAction that leaves it out", [{ Effect: "Allow", NotAction: ["s3:Get*"], Resource: ["*"] }], false],
  [
    "a NotResource that leaves it",
    [{ Effect: "Allow", Action: ["*"], NotResource: ["arn:aws:s3:::b"] }],
    true,
  ],
  [
    "a NotResource that leaves it out",
    [{ Effect: "Allow", Action: ["*"], NotResource: ["arn:aws:s3"] }],
    false,
  ],
];

describe("the judge of the random tests", () => {
  for (const [pattern, resource, is] of resources) {
    it(`takes ${resource} ${is ? "for" : "not for"} ${pattern}`, () => {
      assert.equal(matchesResource(pattern, resource, context({ "aws:username": "alice" })), is);
    });
  }

  for (const [condition, keys, is] of conditions) {
    it(`says that ${JSON.stringify(condition)} ${is ? "holds" : "does not hold"} for ${JSON.stringify(keys)}`, () => {
      const Statement = [{ ...allow, Condition: condition }];
      const request = { action: "s3:GetObject", resource: "arn:aws:s3:::a", context: context(keys) };
      assert.equal(isAllowed({ Version: "2012-10-17", Statement }, request), is);
    });
  }

  for (const [name, Statement, is] of documents) {
    it(`${is ? "allows" : "does not allow"} by ${name}`, () => {
      const request = { action: "s3:GetObject", resource: "arn:aws:s3:::a", context: context({}) };
      assert.equal(isAllowed({ Version: "2012-10-17", Statement }, request), is);
    });
  }

  it("compares actions without case, and ARNs of conditions part by part", () => {
    assert.deepEqual(
      [
        matchesAction("S3:get?bject", "s3:GetObject"),
        matchesArn("arn:aws:iam::*:role/a", "arn:aws:iam::111122223333:role/a", context({})),
        matchesArn("arn:aws:iam:*:role/a", "arn:aws:iam::111122223333:role/a", context({})),
      ],
      [true, true, false],
    );
  });
});
