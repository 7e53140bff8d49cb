import assert from "node:assert/strict";
import pc from "picocolors";
import { consentMissing } from "../../../operations/rollback/confirm.ts";
import { chosenPolicy, planRollback, refusal } from "../../../operations/rollback/planRollback.ts";
import { afterwards, shownPlan } from "../../../operations/rollback/shownRollback.ts";
import { versions } from "../history/versions.ts";

const arns = ["", "-2"].map((end) => `arn:aws:iam::111122223333:policy/shop/dev/shop-dev-orders${end}`);

describe("a rollback", () => {
  it("goes to a version by its id or its number", async () => {
    for (const wanted of ["v4", "V4", "4"]) {
      const { from, to } = await planRollback(versions, wanted);
      assert.deepEqual([from.id, to.id], ["v5", "v4"]);
    }
  });

  it("names the versions there are where the wanted one is none of them", async () => {
    await assert.rejects(planRollback(versions, "v3"), {
      message: 'no version "v3" in AWS; there are v6, v5 (in force), v4, v2',
    });
  });

  it("shows what it changes, and what is left to do afterwards", async () => {
    const plan = await planRollback(versions, "v4");
    assert.equal(
      shownPlan("shop-dev-orders", plan, pc.createColors(false)),
      [
        "shop-dev-orders: v4 in place of v5, which is in force",
        "  + gains write on sqs orders (sqs:PurgeQueue)",
        "",
      ].join("\n"),
    );
    assert.deepEqual(afterwards("acme/dev", "orders", plan, false).split("\n"), [
      "v4 is in force in place of v5. Running instances get its rights without new credentials, within seconds.",
      'The stack file declares what it did before, and Pulumi does not know yet: "pulumi preview --refresh --stack acme/dev"',
      'shows the drift. To keep v4, edit "orders" in Pulumi.dev.yaml until that preview shows no change of the',
      'policy. To undo this, run "pulumi up --refresh --stack acme/dev", which puts back what the stack file declares.',
      "",
    ]);
  });

  it("leaves nothing to edit where the stack file declares the version already", async () => {
    const plan = await planRollback(versions, "v4");
    assert.deepEqual(afterwards("acme/dev", "orders", plan, true).split("\n"), [
      "v4 is in force in place of v5. Running instances get its rights without new credentials, within seconds.",
      'Pulumi.dev.yaml declares what v4 says already, so there is nothing to edit: "pulumi up --refresh --stack acme/dev"',
      "lets Pulumi know and leaves v4 in force.",
      "",
    ]);
  });

  it("is refused where it grants more, unless that is meant", async () => {
    const plan = await planRollback(versions, "v4");
    assert.deepEqual(
      [refusal(plan, false), refusal(plan, true), refusal(await planRollback(versions, "v2"), false)],
      ["v4 grants more than v5, or may do so; add --allow-widening if that is meant", undefined, undefined],
    );
  });

  it("takes the only policy, or the one that is named", () => {
    assert.equal(chosenPolicy(arns.slice(0, 1), "orders", undefined), arns[0]);
    assert.equal(chosenPolicy(arns, "orders", "shop-dev-orders-2"), arns[1]);
    assert.throws(() => chosenPolicy(arns, "orders", undefined), {
      message: '"orders" has 2 policies: add --policy with one of shop-dev-orders, shop-dev-orders-2',
    });
    assert.throws(() => chosenPolicy(arns, "orders", "shop-dev-order"), {
      message:
        'no policy "shop-dev-order" of "orders"; did you mean "shop-dev-orders"?; its policies are shop-dev-orders, shop-dev-orders-2',
    });
  });

  it("needs no consent beyond --yes", async () => {
    assert.equal(await consentMissing("orders", true), undefined);
  });
});
