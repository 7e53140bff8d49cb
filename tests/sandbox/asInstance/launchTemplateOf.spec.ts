import assert from "node:assert/strict";
import { launchTemplateOf } from "../../../sandbox/asInstance/launchTemplateOf.ts";

const stateWith = (outputs: unknown) => ({
  version: 3,
  checkpoint: {
    latest: {
      resources: [
        { type: "aws:iam/role:Role", outputs: { workloads: { other: {} } } },
        { type: "pulumi:pulumi:Stack", outputs },
      ],
    },
  },
});

const deployed = stateWith({
  workloads: { "orders-api": { launchTemplateId: "lt-1", roleName: "orders-api" }, "build-host": {} },
});

const notDeployed =
  'stack "dev" is not deployed in the sandbox: run "npx instance-profiles sandbox --stack dev"';

describe("the launch template of a workload in the sandbox", () => {
  it("is the one that the state of its stack names", () => {
    assert.equal(launchTemplateOf(deployed, "dev", "orders-api"), "lt-1");
  });

  for (const { name, state, workload = "orders-api", says } of [
    { name: "a stack that the sandbox does not hold", state: undefined, says: notDeployed },
    { name: "a stack that was never deployed", state: { version: 3, checkpoint: {} }, says: notDeployed },
    { name: "a stack that was destroyed", state: stateWith({}), says: notDeployed },
    {
      name: "a workload that has a name much like it",
      state: deployed,
      workload: "order-api",
      says: 'no workload "order-api" in dev; did you mean "orders-api"?; deployed are orders-api, build-host',
    },
    {
      name: "a workload with the name of something in every object",
      state: deployed,
      workload: "constructor",
      says: 'no workload "constructor" in dev; deployed are orders-api, build-host',
    },
    {
      name: "a workload that starts no instances",
      state: deployed,
      workload: "build-host",
      says: 'workload "build-host" has no launch template: give it "launch" in Pulumi.dev.yaml and run "npx instance-profiles sandbox --stack dev"',
    },
  ])
    it(`is missing for ${name}`, () => {
      assert.throws(() => launchTemplateOf(state, "dev", workload), { name: "Failure", message: says });
    });
});
