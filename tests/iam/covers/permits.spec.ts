import assert from "node:assert/strict";
import type { Statement } from "../../../iam/statement.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { permits, sampleOf } from "../../../iam/covers/permits.ts";

const bucket = "arn:aws:s3:::pictures";
const read: Statement = { Effect: "Allow", Action: ["s3:Get*"], Resource: [`${bucket}/up?/*`] };
const list: Statement = {
  Effect: "Allow",
  Action: ["s3:ListBucket"],
  Resource: [bucket],
  Condition: { StringLike: { "s3:prefix": ["uploads/*", ""] } },
};
const send: Statement = { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: ["arn:aws:sqs"] };
const topic = "arn:aws:sns:eu-central-1:111122223333:news";
const publish = { Effect: "Allow", NotAction: ["sns:Delete*", "sns:Add*"], Resource: topic };
const deny: Statement = { Effect: "Deny", Action: ["s3:*"], Resource: [`${bucket}/up9/*`] };

const cases = [
  {
    name: "by a wildcard in the action and in the resource",
    action: "s3:GetObject",
    resource: `${bucket}/up1/a`,
    is: true,
  },
  {
    name: "without regard to case in the action",
    action: "S3:getobject",
    resource: `${bucket}/up1/a`,
    is: true,
  },
  { name: "across a slash", action: "s3:GetObject", resource: `${bucket}/up1/a/b`, is: true },
  {
    name: "not with another case in the resource",
    action: "s3:GetObject",
    resource: `${bucket}/UP1/a`,
    is: false,
  },
  {
    name: "not where ? stands for two characters",
    action: "s3:GetObject",
    resource: `${bucket}/up12/a`,
    is: false,
  },
  {
    name: "by an ARN that lacks parts, which are as good as stars",
    action: "sqs:SendMessage",
    resource: "arn:aws:sqs:eu-central-1:111122223333:orders",
    is: true,
  },
  {
    name: "not by an ARN that lacks parts of another service",
    action: "sqs:SendMessage",
    resource: "arn:aws:sns:eu-central-1:111122223333:orders",
    is: false,
  },
  { name: "not for another action", action: "s3:PutObject", resource: `${bucket}/up1/a`, is: false },
  {
    name: "not for another resource",
    action: "s3:GetObject",
    resource: "arn:aws:s3:::other/up1/a",
    is: false,
  },
  {
    name: "by a condition that the request meets",
    action: "s3:ListBucket",
    resource: bucket,
    context: { "s3:prefix": ["uploads/x"] },
    is: true,
  },
  {
    name: "by a condition that an empty value meets",
    action: "s3:ListBucket",
    resource: bucket,
    context: { "s3:prefix": [""] },
    is: true,
  },
  {
    name: "not by a condition that the request misses",
    action: "s3:ListBucket",
    resource: bucket,
    context: { "s3:prefix": ["private/"] },
    is: false,
  },
  {
    name: "by a condition that the request says nothing of",
    action: "s3:ListBucket",
    resource: bucket,
    is: true,
  },
  { name: "by an action that NotAction leaves", action: "sns:Publish", resource: topic, is: true },
  { name: "not by one that NotAction leaves out", action: "SNS:deletetopic", resource: topic, is: false },
  { name: "not where a Deny names it too", action: "s3:GetObject", resource: `${bucket}/up9/a`, is: false },
];

describe("what statements permit", () => {
  for (const { name, action, resource, context, is } of cases) {
    it(`is permitted ${name}`, () => {
      assert.equal(permits(statementsOf([deny, read, list, send, publish]), action, resource, context), is);
    });
  }

  it("takes every other character of a pattern for itself", () => {
    const dots: Statement = { Effect: "Allow", Action: ["sqs:*"], Resource: ["arn:aws:sqs:::a.b+(c)"] };
    const found = ["arn:aws:sqs:::a.b+(c)", "arn:aws:sqs:::axb+(c)"].map((queue) =>
      permits(statementsOf([dots]), "sqs:X", queue),
    );
    assert.deepEqual(found, [true, false]);
  });
});

describe("a sample of a pattern", () => {
  for (const [pattern, sample] of [
    ["*", "*"],
    ["arn:aws:s3:::pictures/*", "arn:aws:s3:::pictures/proof"],
    [
      "arn:aws:secretsmanager:eu-central-1:1:secret:a-??????",
      "arn:aws:secretsmanager:eu-central-1:1:secret:a-xxxxxx",
    ],
    ["arn:aws:s3:::pictures", "arn:aws:s3:::pictures"],
  ] as const) {
    it(`of ${pattern} is ${sample}`, () => {
      assert.equal(sampleOf(pattern), sample);
    });
  }
});
