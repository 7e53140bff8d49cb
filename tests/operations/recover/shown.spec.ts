import assert from "node:assert/strict";
import type { Recovery } from "../../../operations/recover/recover.ts";
import { shownRecovery } from "../../../operations/recover/shown.ts";

const urn =
  "urn:pulumi:dev::instance-profiles::instance-profiles:components:Workload$aws:iam/role:Role::orders";
const found = (id: string) => ({
  urn,
  type: "aws:iam/role:Role",
  name: "orders",
  inputs: {},
  fields: [],
  id,
});
const account = "111122223333";
const nothing: Recovery = { account, torn: [], unlocked: [], interrupted: [], taken: [], foreign: [] };

describe("the report of a recovery", () => {
  it("says that there was nothing to do", () => {
    assert.equal(
      shownRecovery("dev", nothing),
      `Nothing to recover: no lock, no interrupted operation, and nothing in account 111122223333 that the state lacks.
Next: the command that was interrupted, such as "pulumi up --stack dev".
`,
    );
  });

  it("says all that was done and what is in the way", () => {
    assert.equal(
      shownRecovery("dev", {
        account,
        torn: ["/state/.pulumi/stacks/shop/dev.json.attrs"],
        unlocked: ["ada@laptop (pid 4711, since 2026-01-31T09:00:00Z)"],
        interrupted: [{ type: "creating", resource: { urn } }],
        taken: [found("dev-orders")],
        foreign: [found("dev-mails")],
      }),
      `Empty, so that Pulumi could not read the state, and removed:
  /state/.pulumi/stacks/shop/dev.json.attrs
The lock of ada@laptop (pid 4711, since 2026-01-31T09:00:00Z) is cleared.
Interrupted, and begun again by the next update:
  creating aws:iam:Role orders
In AWS, and now in the state as well:
  aws:iam:Role orders: dev-orders
Not of this stack, and in the way of the next update:
  aws:iam:Role orders: dev-mails
Delete or rename these, or give the workloads other names.
Next: the command that was interrupted, such as "pulumi up --stack dev".
`,
    );
  });
});
