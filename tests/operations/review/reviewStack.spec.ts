import assert from "node:assert/strict";
import { parse } from "yaml";
import { statementsOf } from "../../../iam/document/readDocument.ts";
import { reviewStack } from "../../../operations/review/reviewStack.ts";
import { target } from "../../components/stackFixture.ts";
import { compileOne, lately, service, since, stackFile, usage } from "./reviewFixture.ts";

const ssmPolicy = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const managed = {
  [ssmPolicy]: statementsOf([{ Effect: "Allow", Action: "ssm:PutInventory", Resource: "*" }]),
};

const own = (name: string) => ({
  roleName: `shop-dev-${name}`,
  roleArn: `arn:aws:iam::111122223333:role/shop/dev/shop-dev-${name}`,
  instanceProfileName: "unused",
  instanceProfileArn: "unused",
});

const workload = `
access:
  # Announces orders.
  - sns: { topic: orders, level: publish }
  - sqs: { queue: orders, level: send }
managedPolicies: [AmazonSSMManagedInstanceCore]`;

const used = usage(
  {
    sqs: service("Amazon SQS", lately),
    sns: service("Amazon SNS", undefined),
    ssm: service("SSM", undefined),
  },
  { lastUsed: lately },
);

async function review(text: string, names: readonly string[] = ["orders"]) {
  const roles = await Promise.all(
    names.map(async (name) => {
      const compiled = await compileOne(name, parse(workload));
      assert.ok(compiled);
      return { workload: compiled, own: own(name), usage: used, managed, atAnyAge: false };
    }),
  );
  return reviewStack(roles, { path: "infra/Pulumi.dev.yaml", text }, compileOne, target, since);
}

const reviewed = {
  name: "orders",
  roleName: "shop-dev-orders",
  roleArn: "arn:aws:iam::111122223333:role/shop/dev/shop-dev-orders",
  createdAt: "2025-01-01T00:00:00.000Z",
  lastUsed: lately,
  verdict: "could be smaller",
  services: [
    {
      namespace: "sns",
      name: "Amazon SNS",
      used: false,
      actions: [{ action: "sns:Publish", use: "unused" }],
    },
    {
      namespace: "sqs",
      name: "Amazon SQS",
      used: true,
      lastUsed: lately,
      actions: ["GetQueueAttributes", "GetQueueUrl", "SendMessage"].map((name) => ({
        action: `sqs:${name}`,
        use: "not tracked",
      })),
    },
    { namespace: "ssm", name: "SSM", used: false, actions: [{ action: "ssm:PutInventory", use: "unused" }] },
  ],
};

const proposals = [
  {
    at: "workloads.orders.access[0]",
    got: "sns publish orders",
    want: "nothing",
    because: "sns was not used since 2026-08-27",
  },
  {
    at: "workloads.orders.managedPolicies[0]",
    got: "AmazonSSMManagedInstanceCore",
    want: "nothing",
    because: "ssm was not used since 2026-08-27",
  },
];

describe("the review of a stack", () => {
  it("has for each role what is proposed, what that takes away, and the patch of the stack file", async () => {
    const { workloads, patch } = await review(stackFile(workload));
    assert.deepEqual(workloads, [
      {
        ...reviewed,
        proposals,
        effect: {
          changes: [
            {
              kind: "loses",
              levels: ["write"],
              actions: ["ssm:PutInventory"],
              resource: "every resource of ssm",
            },
            { kind: "loses", levels: ["write"], actions: ["sns:Publish"], resource: "sns orders" },
          ],
          widens: false,
          doubts: [],
        },
      },
    ]);
    assert.deepEqual(patch?.split("\n"), [
      "--- a/infra/Pulumi.dev.yaml",
      "+++ b/infra/Pulumi.dev.yaml",
      "@@ -6,7 +6,4 @@",
      "     # Takes orders.",
      "     orders:",
      "       access:",
      "-        # Announces orders.",
      "-        - sns: { topic: orders, level: publish }",
      "         - sqs: { queue: orders, level: send }",
      "-      managedPolicies: [AmazonSSMManagedInstanceCore]",
      "",
    ]);
  });

  it("has no patch where the file does not declare the workload, and says why", async () => {
    const because =
      "not in the patch: the file has no map instance-profiles:workloads below config; where an environment or another key declares it, change it there";
    assert.deepEqual(await review("environment: [shop]\n"), {
      workloads: [
        { ...reviewed, proposals: [...proposals, { at: "workloads.orders", got: "2 changes", because }] },
      ],
    });
  });

  it("patches the workloads that it can, and lists all by name", async () => {
    const text =
      stackFile(workload) + "    alerts:\n      managedPolicies: &core [AmazonSSMManagedInstanceCore]\n";
    const { workloads, patch } = await review(text, ["orders", "alerts"]);
    assert.deepEqual(
      workloads.map(({ name, effect, proposals: of }) => [name, effect === undefined, of.at(-1)?.because]),
      [
        ["alerts", true, "not in the patch: it holds the anchor &core"],
        ["orders", false, "ssm was not used since 2026-08-27"],
      ],
    );
    assert.deepEqual(patch?.match(/^[-+] .*/gm), [
      "-        # Announces orders.",
      "-        - sns: { topic: orders, level: publish }",
      "-      managedPolicies: [AmazonSSMManagedInstanceCore]",
    ]);
  });
});
