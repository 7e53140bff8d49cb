import assert from "node:assert/strict";
import { iamPath, numberedName, physicalName } from "../../../components/permissions/naming.ts";

describe("names", () => {
  it("join project, stack and workload", () => {
    assert.equal(physicalName({ project: "shop", stack: "dev", workload: "orders" }), "shop-dev-orders");
  });

  it("stay whole at 64 characters", () => {
    const name = physicalName({ project: "p".repeat(29), stack: "s".repeat(30), workload: "abc" });
    assert.equal(name, `${"p".repeat(29)}-${"s".repeat(30)}-abc`);
  });

  it("longer than 64 characters keep the workload and get a hash", () => {
    assert.equal(
      physicalName({ project: "p".repeat(30), stack: "s".repeat(30), workload: "orders-api" }),
      "pppppppppppppppppppppppppppppp-sssssssssssss-386c2828-orders-api",
    );
  });

  it("that differ only where they are cut stay different", () => {
    const long = (stack: string) => physicalName({ project: "shop", stack, workload: "w".repeat(32) });
    const names = [long("a".repeat(60)), long(`${"a".repeat(60)}b`), long("a".repeat(61))];
    assert.equal(new Set(names).size, 3);
    assert.deepEqual(
      names.map((name) => name.length),
      [64, 64, 64],
    );
  });

  it("of further policies are numbered from 2", () => {
    assert.deepEqual(
      [0, 1, 2].map((index) => numberedName("orders", index)),
      ["orders", "orders-2", "orders-3"],
    );
  });

  it("have a path that IAM takes", () => {
    assert.equal(iamPath({ project: "shop", stack: "dev" }), "/shop/dev/");
  });
});
