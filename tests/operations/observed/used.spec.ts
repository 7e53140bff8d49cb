import assert from "node:assert/strict";
import { accessStatements, serviceOf, type AccessEntry } from "../../../components/access/index.ts";
import { allow } from "../../../iam/statement.ts";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { counted, type Call } from "../../../operations/observed/call.ts";
import { used } from "../../../operations/observed/used.ts";

const target = { account: "111122223333", region: "eu-central-1", partition: "aws" };
const table = "arn:aws:dynamodb:eu-central-1:111122223333:table/orders";

const entries: AccessEntry[] = [
  { dynamodb: { table: "orders", level: "read" } },
  { s3: { bucket: "orders", prefix: "in/", level: "list" } },
  { sqs: { queue: "orders", level: "send" } },
];

const workload = {
  name: "api",
  grants: entries.map((entry, index) => ({
    path: `workloads.api.access[${index}]`,
    service: serviceOf(entry),
    entry,
    statements: accessStatements(entry, target),
  })),
  rawStatements: [
    allow(["pricing:GetProducts", "pricing:DescribeServices"], ["*"]),
    { ...allow(["dynamodb:Scan"], [table]), Effect: "Deny" as const },
  ],
};

const get: Call = { action: "dynamodb:getitem", resource: table };
const scan: Call = { action: "dynamodb:Scan", resource: table };
const list = (prefix: string): Call => ({
  action: "s3:ListBucket",
  resource: "arn:aws:s3:::orders",
  context: { "s3:prefix": [prefix] },
});
const prices: Call = { action: "pricing:GetProducts", resource: "*" };
const other: Call = { action: "sns:Publish", resource: "arn:aws:sns:eu-central-1:111122223333:orders" };

const once = (call: Call) => ({ ...call, count: 1 });

describe("the use of a workload's rights", () => {
  const found = used(workload, [get, scan, list("in/"), list("out/"), prices, other, get], {
    "arn:aws:iam::aws:policy/Topics": statementsOf([allow(["sns:Publish"], ["*"])]),
  });

  it("is told for each entry, with the actions that no call was", () => {
    assert.deepEqual(
      found.access.map(({ path, calls, unused }) => ({ path, calls, unused })),
      [
        {
          path: "workloads.api.access[0]",
          calls: [{ ...get, count: 2 }],
          unused: [
            "dynamodb:BatchGetItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DescribeTable",
            "dynamodb:Query",
            "dynamodb:Scan",
          ],
        },
        { path: "workloads.api.access[1]", calls: [once(list("in/"))], unused: [] },
        {
          path: "workloads.api.access[2]",
          calls: [],
          unused: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"],
        },
      ],
    );
  });

  it("is told for each statement, of a Deny what it denied", () => {
    assert.deepEqual(
      found.statements.map(({ path, calls, unused }) => ({ path, calls, unused })),
      [
        {
          path: "workloads.api.statements[0]",
          calls: [once(prices)],
          unused: ["pricing:DescribeServices"],
        },
        { path: "workloads.api.statements[1]", calls: [once(scan)], unused: [] },
      ],
    );
  });

  it("is told for each managed policy that is known", () => {
    assert.deepEqual(
      found.managedPolicies.map(({ arn, calls }) => ({ arn, calls })),
      [{ arn: "arn:aws:iam::aws:policy/Topics", calls: [once(other)] }],
    );
  });

  it("leaves what nothing allows, and what a Deny forbids whatever allows it", () => {
    assert.deepEqual(
      { notAllowed: found.notAllowed, forbidden: found.forbidden },
      { notAllowed: [once(list("out/"))], forbidden: [once(scan)] },
    );
  });

  it("takes a condition as met where the record does not have its key", () => {
    const bare = { action: "s3:ListBucket", resource: "arn:aws:s3:::orders" };
    assert.deepEqual(used(workload, [bare]).notAllowed, []);
  });
});

describe("calls", () => {
  it("are counted together whatever the case of action and keys and the order of values, and over several runs", () => {
    const one: Call = {
      action: "s3:GetObject",
      resource: "a",
      context: { A: ["1", "2"] },
      wouldBe: "denied",
    };
    const same: Call = {
      action: "S3:getobject",
      resource: "a",
      context: { a: ["2", "1"] },
      wouldBe: "allowed",
    };
    const others: Call[] = [
      { action: "s3:GetObject", resource: "b" },
      { action: "s3:GetObject", resource: "a", context: { A: ["1"] } },
    ];
    assert.deepEqual(counted([one, ...others, { ...same, count: 3 }]), [
      { ...same, count: 4 },
      ...others.map(once),
    ]);
  });
});
