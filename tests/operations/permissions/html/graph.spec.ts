import assert from "node:assert/strict";
import { graphOf } from "../../../../operations/permissions/html/browser/graph.ts";
import type { ServiceRight, WorkloadAccess } from "../../../../operations/permissions/show/access.ts";

const workload = (name: string, more: Partial<WorkloadAccess>): WorkloadAccess => ({
  name,
  roleName: `shop-${name}`,
  rights: [],
  managedPolicies: [],
  instances: [],
  ...more,
});

const right = (more: Partial<ServiceRight>): ServiceRight => ({
  effect: "Allow",
  service: "s3",
  levels: ["read"],
  actions: ["s3:GetObject"],
  resources: ["arn:aws:s3:::orders/*"],
  shownResources: ["s3://orders/*"],
  ...more,
});

const chain = (name: string, boundary?: string) => [
  { id: `workload ${name}`, column: "workload", kind: "workload", name },
  { id: `profile ${name}`, column: "instance profile", kind: "instance profile", name: `shop-${name}` },
  {
    id: `role ${name}`,
    column: "role",
    kind: "role",
    name: `shop-${name}`,
    ...(boundary !== undefined && { boundary }),
  },
];

const has = (from: string, to: string) => ({ from, to, levels: [] });

describe("the graph of workloads", () => {
  it("leads over profile, role and policy to each resource once, with the levels of all rights on it", () => {
    const rights = [
      right({}),
      right({ levels: ["write", "read"], actions: ["s3:PutObject"] }),
      right({ effect: "Deny", levels: ["write"] }),
      right({ service: "sqs", shownResources: ["sqs jobs", "every resource of sqs"] }),
    ];
    assert.deepEqual(graphOf([workload("api", { rights, permissionsBoundary: "limits" })]), {
      boxes: [
        ...chain("api", "limits"),
        { id: "policy api", column: "policy", kind: "own policy", name: "shop-api" },
        { id: "resource s3://orders/*", column: "resource", kind: "s3", name: "orders/*" },
        { id: "resource sqs jobs", column: "resource", kind: "sqs", name: "jobs" },
        {
          id: "resource every resource of sqs",
          column: "resource",
          kind: "sqs",
          name: "every resource",
        },
      ],
      arrows: [
        has("workload api", "profile api"),
        has("profile api", "role api"),
        has("role api", "policy api"),
        { from: "policy api", to: "resource s3://orders/*", effect: "Allow", levels: ["read", "write"] },
        { from: "policy api", to: "resource s3://orders/*", effect: "Deny", levels: ["write"] },
        { from: "policy api", to: "resource sqs jobs", effect: "Allow", levels: ["read"] },
        { from: "policy api", to: "resource every resource of sqs", effect: "Allow", levels: ["read"] },
      ],
    });
  });

  it("draws what two workloads share once, and no own policy where there are no rights", () => {
    const shared = { managedPolicies: ["AmazonSSMManagedInstanceCore"] };
    const attached = "attached AmazonSSMManagedInstanceCore";
    assert.deepEqual(graphOf([workload("one", shared), workload("two", shared)]), {
      boxes: [
        ...chain("one"),
        { id: attached, column: "policy", kind: "attached policy", name: "AmazonSSMManagedInstanceCore" },
        ...chain("two"),
      ],
      arrows: [
        has("workload one", "profile one"),
        has("profile one", "role one"),
        has("role one", attached),
        has("workload two", "profile two"),
        has("profile two", "role two"),
        has("role two", attached),
      ],
    });
  });
});
