import assert from "node:assert/strict";
import * as fc from "fast-check";
import { shareAmong } from "../../../../operations/fleet/plan/machines.ts";
import type { FleetStack } from "../../../../operations/fleet/stacks/stackFile.ts";

const stack = (name: string, workloads: number, place: Partial<FleetStack> = {}): FleetStack => ({
  name,
  account: null,
  region: null,
  workloads,
  secretsProvider: null,
  digest: "",
  ...place,
});

describe("the machines of a fleet", () => {
  it("are one a stack where there are enough, in the order of size", () => {
    const eu = { account: "111111111111", region: "eu-central-1" };
    assert.deepEqual(shareAmong([stack("a", 1), stack("b", 2, eu)], 5), [
      { machine: 1, stacks: "b", accounts: "111111111111", regions: "eu-central-1", workloads: 2 },
      { machine: 2, stacks: "a", accounts: "", regions: "", workloads: 1 },
    ]);
  });

  it("share stacks by their workloads, and name each account and region once", () => {
    const [eu, us] = [
      { account: "111111111111", region: "eu-central-1" },
      { account: "222222222222", region: "us-east-1" },
    ];
    const stacks = [stack("big", 200, us), ...["a", "b", "c", "d"].map((name) => stack(name, 4, eu))];
    assert.deepEqual(shareAmong(stacks, 2), [
      { machine: 1, stacks: "big", accounts: "222222222222", regions: "us-east-1", workloads: 200 },
      { machine: 2, stacks: "a,b,c,d", accounts: "111111111111", regions: "eu-central-1", workloads: 16 },
    ]);
  });

  it("have each stack once, and none has more to do than its fair share and one stack", () => {
    const stacks = fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(stacks, fc.integer({ min: 1, max: 256 }), (sizes, machines) => {
        const all = sizes.map((size, index) => stack(`s${index}`, size));
        const shares = shareAmong(all, machines);
        assert.deepEqual(
          shares.flatMap(({ stacks: own }) => own.split(",")).sort(),
          all.map(({ name }) => name).sort(),
        );
        assert.equal(shares.length, Math.min(machines, all.length));
        // Every stack weighs what its workloads weigh and a little more for the start of the engine.
        const total = sizes.reduce((sum, size) => sum + size + 40, 0);
        const most = Math.max(
          ...shares.map(({ stacks: own, workloads }) => workloads + 40 * own.split(",").length),
        );
        assert.ok(most <= total / shares.length + Math.max(...sizes) + 40);
      }),
      { verbose: true },
    );
  });
});
