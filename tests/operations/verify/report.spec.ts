import assert from "node:assert/strict";
import {
  findingLines,
  summary,
  verificationTable,
  type Verification,
} from "../../../operations/verify/report.ts";

const finding = { at: "instance i-1 metadata", got: "hop limit 2", want: "hop limit 1", fix: "set it" };
const verification: Verification = {
  stack: "dev",
  account: "111122223333",
  region: "eu-central-1",
  requests: 12,
  seconds: 1.5,
  findings: [{ at: "workload new", got: "declared only", want: "it deployed", fix: 'run "pulumi up"' }],
  workloads: [
    {
      name: "orders",
      roleArn: "arn:aws:iam::111122223333:role/shop/dev/shop-dev-orders",
      instanceProfileArn: "arn:aws:iam::111122223333:instance-profile/shop/dev/shop-dev-orders",
      launchTemplateVersion: 3,
      instances: [
        {
          id: "i-1",
          proved: false,
          identity: "not managed by SSM",
          metadata: "IMDSv2 required, hop limit 2",
        },
        {
          id: "i-2",
          proved: true,
          identity: "assumed-role/shop-dev-orders/i-2: says the instance itself (SSM)",
          metadata: "IMDSv2 required, hop limit 1",
        },
      ],
      allowed: { asked: 3, asDeclared: 3 },
      denied: { asked: 27, asDeclared: 26 },
      findings: [finding],
    },
  ],
};

describe("the report of a verification", () => {
  it("says what is wrong and what to do, of the stack and then of each workload", () => {
    assert.deepEqual(findingLines(verification), [
      'dev: workload new: got declared only, want it deployed; run "pulumi up"',
      "orders: instance i-1 metadata: got hop limit 2, want hop limit 1; set it",
    ]);
  });

  it("shows each workload with its instances and its rights", () => {
    const cells = verificationTable(verification, false)
      .split("\n")
      .filter((row) => row.startsWith("│"))
      .map((row) =>
        row
          .split("│")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    assert.deepEqual(cells, [
      ["WORKLOAD, ROLE, LAUNCH TEMPLATE", "INSTANCES: IDENTITY, METADATA", "RIGHTS AS DECLARED"],
      ["✗ orders", "! i-1", "allowed: 3 of 3"],
      ["shop-dev-orders", "not managed by SSM", "denied: 26 of 27"],
      ["template: version 3", "IMDSv2 required, hop limit 2", ""],
      ["", "✓ i-2", ""],
      ["", "assumed-role/shop-dev-orders/", ""],
      ["", "i-2: says the instance itself (SSM)", ""],
      ["", "IMDSv2 required, hop limit 1", ""],
    ]);
  });

  it("sums up what was found, what was not proved, and what it took", () => {
    assert.deepEqual(
      [summary(verification), summary({ ...verification, findings: [], workloads: [] })],
      [
        "2 not as declared; instances not proved by themselves: 1; 12 requests in 1.5 s",
        "everything is as declared; 12 requests in 1.5 s",
      ],
    );
  });
});
