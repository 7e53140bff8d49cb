import assert from "node:assert/strict";
import { didYouMean, isOneSlip, nearest } from "../../iam/nearest.ts";

describe("the nearest word", () => {
  for (const { word, gives } of [
    { word: "acess", gives: "access" },
    { word: "Launch", gives: "launch" },
    { word: "managedPolicy", gives: "managedPolicies" },
    { word: "xyz", gives: undefined },
  ]) {
    it(`to ${word} is ${gives ?? "none"}`, () => {
      assert.equal(nearest(word, ["access", "launch", "managedPolicies"]), gives);
    });
  }

  for (const [word, candidate, is] of [
    ["sqss", "sqs", true],
    ["s4", "s3", true],
    ["S3", "s3", true],
    ["sqa", "sqs", true],
    ["qss", "sqs", true],
    ["ec22", "ec2", true],
    ["lambd", "lambda", true],
    ["kafak", "kafka", true],
    ["msk", "s3", false],
    ["rds", "sqs", false],
    ["redis", "rds", false],
    ["read", "send", false],
  ] as const)
    it(`is ${is ? "" : "not "}${candidate} to ${word}`, () => {
      assert.equal(nearest(word, [candidate]), is ? candidate : undefined);
    });

  it("is offered as a question, or not at all", () => {
    assert.deepEqual(
      [didYouMean("acess", ["access"]), didYouMean("x", ["access"])],
      ['; did you mean "access"?', ""],
    );
  });
});

describe("one slip", () => {
  const cases: [string, string, boolean][] = [
    ["getobject", "getobjct", true],
    ["getobject", "getobjeect", true],
    ["getobject", "getobjett", true],
    ["getobject", "getobejct", true],
    ["", "a", true],
    ["getobject", "getobject", false],
    ["getobject", "getbojcet", false],
    ["getobject", "gtobjct", false],
    ["abc", "cba", false],
  ];
  for (const [one, other, is] of cases)
    it(`is ${is ? "" : "not "}between ${one} and ${other}`, () => {
      assert.deepEqual([isOneSlip(one, other), isOneSlip(other, one)], [is, is]);
    });
});
