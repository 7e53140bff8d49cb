import assert from "node:assert/strict";
import { proofTable, surprises, type StackProof } from "../../../sandbox/proof/report.ts";

const queue = "arn:aws:sqs:eu-central-1:000000000000:dev-orders";
const orders = {
  name: "orders-api",
  roleArn: "arn:aws:iam::000000000000:role/shop/dev/orders-api",
  instanceProfileArn: "arn:aws:iam::000000000000:instance-profile/shop/dev/orders-api",
  launchTemplateId: "lt-1",
  identity: "arn:aws:sts::000000000000:assumed-role/orders-api/i-1",
  allowed: [
    { because: "sqs send dev-orders", action: "sqs:SendMessage", resource: queue, by: "simulation" },
    { because: "sqs send dev-orders", action: "sqs:SendMessage", resource: queue, by: "call" },
  ],
  denied: [
    { because: "never declared", action: "iam:CreateUser", resource: "*", by: "simulation" },
    { because: "beside sqs send dev-orders", action: "sqs:DeleteQueue", resource: queue, by: "call" },
  ],
  surprises: [],
  notes: [],
} as const;
const report = {
  ...orders,
  name: "report",
  identity: "arn:aws:sts::000000000000:assumed-role/report/i-2",
  allowed: [],
  denied: [],
  surprises: [
    {
      because: "never declared",
      action: "iam:CreateUser",
      resource: "*",
      by: "simulation",
      expected: "denied",
      got: "allowed",
    },
    {
      because: "s3 read reports",
      action: "s3:GetObject",
      resource: "arn:aws:s3:::reports/proof.txt",
      by: "call",
      expected: "allowed",
      got: "denied",
    },
  ],
} as const;
const proof: StackProof = {
  stack: "dev",
  engine: "Pulumi CLI",
  provider: "aws",
  emulator: "MiniStack",
  workloads: [orders, report],
};

const table = `
┌──────────────────────────────────────┬──────────────────────────────────────┬──────────────────────────────────────────┐
│ WORKLOAD, ASSUMED ROLE, INSTANCE     │ CAN                                  │ CANNOT, FOR EXAMPLE                      │
├──────────────────────────────────────┼──────────────────────────────────────┼──────────────────────────────────────────┤
│ ✓ orders-api                         │ sqs send dev-orders                  │ sqs:DeleteQueue dev-orders               │
│ orders-api                           │ allowed: 2, 1 by real calls          │ iam:CreateUser *                         │
│ i-1                                  │                                      │ denied: 2, 1 by real calls               │
├──────────────────────────────────────┼──────────────────────────────────────┼──────────────────────────────────────────┤
│ ✗ report                             │ allowed: 0                           │ denied: 0                                │
│ report                               │                                      │                                          │
│ i-2                                  │                                      │                                          │
└──────────────────────────────────────┴──────────────────────────────────────┴──────────────────────────────────────────┘`;

describe("report of a proof", () => {
  it("shows one row a workload", () => {
    assert.equal(proofTable(proof, false), table.trim());
  });

  it("says the same with colours", () => {
    const painted = proofTable(proof, true);
    assert.notEqual(painted, table.trim());
    // eslint-disable-next-line no-control-regex -- colours are control characters
    assert.equal(painted.replace(/\u001b\[\d+m/g, ""), table.trim());
  });

  it("has a sentence for each thing that is not as declared", () => {
    assert.deepEqual(surprises(proof), [
      "report: iam:CreateUser on * is allowed (by simulation), want denied: never declared",
      "report: s3:GetObject on arn:aws:s3:::reports/proof.txt is denied (by call), want allowed: s3 read reports",
    ]);
  });

  it("has no sentence where everything is as declared", () => {
    assert.deepEqual(surprises({ ...proof, workloads: [orders] }), []);
  });
});
